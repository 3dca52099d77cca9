using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class SiteFileTests
{
    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    public void Site_OfTheRepository_LoadsWithoutProblems(string name)
    {
        SiteModel site = Repository.Site(name);

        Assert.AreEqual(name, site.Site);
        Assert.HasCount(site.Lanes.Count, site.Street.Carriageways);
    }

    [TestMethod]
    public void Promenade_Loaded_HasWhatTheFileSays()
    {
        SiteModel site = Repository.Site("promenade");

        Assert.AreEqual("nice/promenade/quai-1 on ESP32_REV3", $"{site.City}/{site.Site}/{site.Node} on {site.Board.Name}");
        Assert.AreEqual(4, site.PermitPin);
        Assert.AreEqual(new InputModel("emergencyStop", 33, true, 0, 100), site.EmergencyStop);
        Assert.AreEqual(new InputModel("reset", 39, false, 60, 60), site.ResetButton);

        LaneModel lane = site.Lanes[0];
        Assert.AreEqual((LaneKind.BollardGroup, 3), (lane.Kind, lane.Barriers));
        CollectionAssert.AreEqual(new[] { 16 }, lane.RaisePins.ToArray());
        CollectionAssert.AreEqual(new[] { 17 }, lane.LowerPins.ToArray());
        Assert.AreEqual((300, 9000, 1000), (lane.DeadTimeMs, lane.MaxRunMs, lane.RestMs));
        CollectionAssert.AreEqual(
            new InputModel[]
            {
                new("promenade.up1", 34, false, 40, 0), new("promenade.up2", 35, false, 40, 0), new("promenade.up3", 32, false, 40, 0),
            },
            lane.UpLimits.ToArray());
        CollectionAssert.AreEqual(new InputModel[] { new("promenade.down", 36, false, 40, 0) }, lane.DownLimits.ToArray());
        Assert.AreEqual((5000, 2500, 8000, 5000), (lane.RaiseMs, lane.LowerMs, lane.RaiseTimeoutMs, lane.LowerTimeoutMs));
        Assert.AreEqual((1000, 0), (lane.RaiseWarningMs, lane.LowerWarningMs));
        CollectionAssert.AreEqual(new[] { 21 }, lane.WarningPins.ToArray());
        Assert.AreEqual((18, 19), (lane.RedPin, lane.GreenPin));
        CollectionAssert.AreEqual(
            new InputModel[] { new("entryLoop", 25, true, 0, 1000), new("exitLoop", 26, true, 0, 1000) }, lane.Loops.ToArray());

        Assert.AreEqual((LaneKind.SlidingGate, 1, null, null), (site.Lanes[1].Kind, site.Lanes[1].Barriers, site.Lanes[1].RedPin, site.Lanes[1].GreenPin));
        Assert.AreEqual((60.0, 22.0, 18.0), (site.Street.LengthM, site.Street.WidthM, site.Street.SpeedKmh));
        CarriagewayLayout way = site.Street.Carriageways[0];
        Assert.AreEqual(("promenade", 7.0, 7.0, 30.0, 20.0), (way.Lane, way.CentreM, way.WidthM, way.BarrierAtM, way.StopLineM));
        CollectionAssert.AreEqual(new LoopLayout[] { new("entryLoop", 24, 28), new("exitLoop", 31.5, 35.5) }, way.Loops.ToArray());
    }
}
