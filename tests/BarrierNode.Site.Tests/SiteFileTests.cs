using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class SiteFileTests
{
    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    [DataRow("two-channel")]
    public void Site_OfTheRepository_LoadsWithoutProblems(string name)
    {
        SiteModel site = SiteFiles.Site(name);

        Assert.AreEqual(name, site.Site);
        Assert.HasCount(site.Lanes.Count, site.Street.Carriageways);
    }

    [TestMethod]
    public void Promenade_Loaded_HasWhatTheFileSays()
    {
        SiteModel site = SiteFiles.Site("promenade");

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

        LaneModel gate = site.Lanes[1];
        Assert.AreEqual((LaneKind.SlidingGate, 1, null, null), (gate.Kind, gate.Barriers, gate.RedPin, gate.GreenPin));
        Assert.AreEqual((60.0, 22.0, 18.0), (site.Street.LengthM, site.Street.WidthM, site.Street.SpeedKmh));
        CarriagewayLayout way = site.Street.Carriageways[0];
        Assert.AreEqual(("promenade", 7.0, 7.0, 30.0, 20.0), (way.Lane, way.CentreM, way.WidthM, way.BarrierAtM, way.StopLineM));
        CollectionAssert.AreEqual(new LoopLayout[] { new("entryLoop", 24, 28), new("exitLoop", 31.5, 35.5) }, way.Loops.ToArray());
    }

    [TestMethod]
    public void Contact_NotWritten_IsClosedForLoopsAndOpenForLimits()
    {
        LaneModel lane = SiteFiles.Read(TestSite.Yaml).Lanes[0];

        Assert.IsTrue(lane.Loops.All(l => l.NormallyClosed));
        Assert.IsFalse(lane.UpLimits.Concat(lane.DownLimits).Any(l => l.NormallyClosed));
    }

    [TestMethod]
    public void Contact_Written_IsObeyed()
    {
        string yaml = TestSite.With(
            ("down: [36]", "down: { pins: [36], contact: normally-closed }"),
            ("up: [34, 35]", "up: { pins: [34, 35], contact: normally-open }"),
            ("name: inner, pin: 25, holdMs: 1000", "name: inner, pin: 25, holdMs: 1000, contact: normally-open"),
            ("name: outer, pin: 26, holdMs: 1000", "name: outer, pin: 26, holdMs: 1000, contact: normally-closed"));

        LaneModel lane = SiteFiles.Read(yaml).Lanes[0];

        Assert.IsTrue(lane.DownLimits.Single().NormallyClosed);
        Assert.IsFalse(lane.UpLimits.Any(l => l.NormallyClosed));
        CollectionAssert.AreEqual(new[] { false, true }, lane.Loops.Select(l => l.NormallyClosed).ToArray());
    }

    [TestMethod]
    public void EmergencyStop_WithAContactKey_IsRefused()
    {
        TestSite.AssertRefused(
            TestSite.With(("{ pin: 33 }", "{ pin: 33, contact: normally-open }")),
            "site.yaml:7: unknown key 'contact' in 'emergencyStop', "
                + "expected one of pin, secondPin, discrepancyMs, testPulseMs");
    }

    [TestMethod]
    public void ResetButton_LeftOut_IsNull()
    {
        Assert.IsNull(SiteFiles.Read(TestSite.With(("resetButton: { pin: 39 }\n", ""))).ResetButton);
    }

    [TestMethod]
    public void Loop_WrittenTheSameInTwoLanes_ServesBoth()
    {
        string yaml = TestSite.With(
            ("      - { name: gate, pin: 13, holdMs: 1000 }\n", "      - { name: inner, pin: 25, holdMs: 1000 }\n"),
            ("{ gate: [26, 34] }", "{ inner: [26, 34] }"));

        SiteModel site = SiteFiles.Read(yaml);

        Assert.AreEqual(site.Lanes[0].Loops[0], site.Lanes[1].Loops[0]);
    }

    [TestMethod]
    public void Carriageways_InAnotherOrder_FollowTheLanes()
    {
        string[] lines = TestSite.Yaml.TrimEnd('\n').Split('\n');
        (lines[^1], lines[^2]) = (lines[^2], lines[^1]);

        SiteModel site = SiteFiles.Read(string.Join('\n', lines));

        CollectionAssert.AreEqual(new[] { "north", "depot" }, site.Street.Carriageways.Select(c => c.Lane).ToArray());
    }

    [TestMethod]
    [DataRow("deadTimeMs: 300", "deadTimeMs: 100")]
    [DataRow("raiseTimeoutMs: 8000", "raiseTimeoutMs: 6000")]
    [DataRow("maxRunMs: 9000", "maxRunMs: 8000")]
    [DataRow("raiseMs: 1000, lowerMs: 0", "raiseMs: 500, lowerMs: 0")]
    [DataRow("pin: 13, holdMs: 1000", "pin: 13, holdMs: 500")]
    [DataRow("pin: 13, holdMs: 1000", "pin: 13, holdMs: 10000")]
    [DataRow("outer: [31.5, 35.5]", "outer: [32, 35.5]")]
    [DataRow("name: gate,", "name: gate, # a comment\n         ")]
    public void Value_AtItsLimit_IsAccepted(string find, string replace)
    {
        Assert.HasCount(2, SiteFiles.Read(TestSite.With((find, replace))).Lanes);
    }

    [TestMethod]
    public void Text_WithWindowsLineEndsAndByteOrderMark_IsAccepted()
    {
        Assert.HasCount(2, SiteFiles.Read("\uFEFF" + TestSite.Yaml.ReplaceLineEndings("\r\n")).Lanes);
    }
}
