namespace BarrierNode.Site.Tests;

/// <summary>The street: what the simulator draws, and whether the loops guard the barriers.</summary>
[TestClass]
public sealed class SiteFileStreetTests
{
    [TestMethod]
    public void Street_Missing_IsRefused()
    {
        string yaml = TestSite.With((TestSite.Street, ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:1: the key 'street' is missing, expected a group of keys");
    }

    [TestMethod]
    public void Street_TooShort_IsRefused()
    {
        string yaml = TestSite.With(("lengthM: 60", "lengthM: 5"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:30: 'street.lengthM' is 5, expected a number from 10 to 1000");
    }

    [TestMethod]
    public void Street_SpeedOfZero_IsRefused()
    {
        string yaml = TestSite.With(("speedKmh: 18", "speedKmh: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:32: 'street.speedKmh' is 0, expected a number from 1 to 130");
    }

    [TestMethod]
    public void Lane_WithoutACarriageway_IsRefused()
    {
        string yaml = TestSite.With(
            ("    - { lane: depot, centreM: 17, widthM: 5, barrierAtM: 30, stopLineM: 22, loops: { gate: [26, 34] } }\n", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:33: lane 'depot' has no carriageway, expected one for each lane");
    }

    [TestMethod]
    public void Lane_WithTwoCarriageways_IsRefused()
    {
        string yaml = TestSite.With(("lane: depot, ", "lane: north, "), ("{ gate: [26, 34] }", "{ inner: [24, 28], outer: [31, 35] }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:33: lane 'depot' has no carriageway, expected one for each lane",
            "site.yaml:35: lane 'north' has a second carriageway, expected one for each lane");
    }

    [TestMethod]
    public void Carriageway_OfAnUnknownLane_IsRefused()
    {
        string yaml = TestSite.With(("lane: depot, ", "lane: depots, "));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:33: lane 'depot' has no carriageway, expected one for each lane",
            "site.yaml:35: there is no lane 'depots', expected one of the lanes: north, depot");
    }

    [TestMethod]
    public void Carriageway_OutsideTheStreet_IsRefused()
    {
        string yaml = TestSite.With(("centreM: 17", "centreM: 20"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: the carriageway of lane 'depot' reaches from 17.5 to 22.5 m across, "
                + "expected a place within the street, 0 to 22 m");
    }

    [TestMethod]
    public void Carriageways_Overlapping_AreRefused()
    {
        string yaml = TestSite.With(("centreM: 17", "centreM: 12"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: the carriageways of lanes 'north' and 'depot' overlap, expected room between them");
    }

    [TestMethod]
    public void Barrier_OutsideTheStreet_IsRefused()
    {
        string yaml = TestSite.With(("barrierAtM: 30, stopLineM: 22", "barrierAtM: 61, stopLineM: 22"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: 'carriageway.barrierAtM' is 61, expected a number from 0 to 60");
    }

    [TestMethod]
    public void StopLine_BehindTheFirstLoop_IsRefused()
    {
        string yaml = TestSite.With(("stopLineM: 22", "stopLineM: 26"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: the stop line of lane 'depot' is at 26 m, expected less than 26 m, in front of every loop and barrier");
    }

    [TestMethod]
    public void StopLine_WithoutRoomForACar_IsRefused()
    {
        string yaml = TestSite.With(("stopLineM: 22", "stopLineM: 4"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: 'carriageway.stopLineM' is 4, expected a number from 5 to 60");
    }

    [TestMethod]
    public void Loop_WithoutAPlace_IsRefused()
    {
        string yaml = TestSite.With(("inner: [24, 28], ", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:34: loop 'inner' of lane 'north' has no place, expected inner: [from, to]");
    }

    [TestMethod]
    public void Loop_WithAPlaceButNotOfTheLane_IsRefused()
    {
        string yaml = TestSite.With(("{ gate: [26, 34] }", "{ gate: [26, 34], gatee: [5, 7] }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: lane 'depot' has no loop 'gatee', expected one of gate");
    }

    [TestMethod]
    public void Loop_FromNotLessThanTo_IsRefused()
    {
        string yaml = TestSite.With(("gate: [26, 34]", "gate: [34, 26]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: loop 'gate' goes from 34 to 26, expected from less than to");
    }

    [TestMethod]
    public void Loop_OutsideTheStreet_IsRefused()
    {
        string yaml = TestSite.With(("gate: [26, 34]", "gate: [26, 64]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: 'carriageway.loops.gate' is 64, expected a number from 0 to 60");
    }

    [TestMethod]
    public void Loop_PlaceNotTwoNumbers_IsRefused()
    {
        string yaml = TestSite.With(("gate: [26, 34]", "gate: [26]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:35: the place of loop 'gate' is not two numbers, expected [from, to] in metres");
    }

    [TestMethod]
    public void Loops_AllOnOneSideOfTheBarriers_AreRefused()
    {
        string yaml = TestSite.With(("outer: [31.5, 35.5]", "outer: [29, 29.5]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:34: the loops of lane 'north' lie on one side of its barriers at 30 m, "
                + "expected a loop over the barriers, or loops on both sides");
    }

    [TestMethod]
    public void Loops_WithAGapThatHidesACar_AreRefused()
    {
        string yaml = TestSite.With(("outer: [31.5, 35.5]", "outer: [32.5, 35.5]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:34: the loops of lane 'north' leave a gap of 4.5 m over its barriers, "
                + "expected at most 4 m, so that no car fits into it unseen");
    }
}
