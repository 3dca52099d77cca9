namespace BarrierNode.Site.Tests;

/// <summary>Lanes: loops, strokes, times, numbers of pins.</summary>
[TestClass]
public sealed class SiteFileLaneTests
{
    [TestMethod]
    public void Lane_WithoutLoops_IsRefused()
    {
        string yaml = TestSite.With(("    loops:\n      - { name: gate, pin: 13, holdMs: 1000 }\n", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:21: lane 'depot' has no loop, expected at least one: without presence detection nothing may be raised");
    }

    [TestMethod]
    public void Lane_WithAnEmptyLoopList_IsRefused()
    {
        string yaml = TestSite.With(("loops:\n      - { name: gate, pin: 13, holdMs: 1000 }", "loops: []"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:27: lane 'depot' has no loop, expected at least one: without presence detection nothing may be raised");
    }

    [TestMethod]
    public void Lanes_None_IsRefused()
    {
        string yaml = TestSite.With((TestSite.Lanes, "lanes: []\n"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:9: there is no lane, expected a list of 1 to 4 lanes");
    }

    [TestMethod]
    public void Lane_SameIdTwice_IsRefused()
    {
        string yaml = TestSite.With(("id: depot", "id: north"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:21: a second lane is called 'north', expected a name of its own",
            "site.yaml:35: there is no lane 'depot', expected one of the lanes: north");
    }

    [TestMethod]
    public void Lane_IdTooLong_IsRefused()
    {
        string yaml = TestSite.With(("id: north", "id: north-by-north"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:10: 'lane.id' is 'north-by-north', expected 1 to 12 of a-z, 0-9 and hyphen",
            "site.yaml:33: lane 'north-by-north' has no carriageway, expected one for each lane",
            "site.yaml:34: there is no lane 'north', expected one of the lanes: north-by-north, depot");
    }

    [TestMethod]
    public void Stroke_OfZero_IsRefused()
    {
        string yaml = TestSite.With(("raiseMs: 5000", "raiseMs: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:15: 'lane.stroke.raiseMs' is 0, expected a whole number from 200 to 300000");
    }

    [TestMethod]
    public void Timeout_NotAboveTheStroke_IsRefused()
    {
        string yaml = TestSite.With(("raiseTimeoutMs: 8000", "raiseTimeoutMs: 5000"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:15: 'lane.stroke.raiseTimeoutMs' is 5000, the stroke is 5000, expected at least 6000, 1.2 times the stroke");
    }

    [TestMethod]
    public void Timeout_JustBelowTheMargin_IsRefused()
    {
        string yaml = TestSite.With(("raiseTimeoutMs: 8000", "raiseTimeoutMs: 5999"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:15: 'lane.stroke.raiseTimeoutMs' is 5999, the stroke is 5000, expected at least 6000, 1.2 times the stroke");
    }

    [TestMethod]
    public void LowerTimeout_BelowTheStroke_IsRefused()
    {
        string yaml = TestSite.With(("lowerTimeoutMs: 5000", "lowerTimeoutMs: 2500"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:15: 'lane.stroke.lowerTimeoutMs' is 2500, the stroke is 2500, expected at least 3000, 1.2 times the stroke");
    }

    [TestMethod]
    public void MaxRun_BelowTheTimeout_IsRefused()
    {
        string yaml = TestSite.With(("maxRunMs: 9000", "maxRunMs: 7999"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.maxRunMs' is 7999, the longest stroke time-out is 8000, "
                + "expected at least 8000, so that the time-out trips first");
    }

    [TestMethod]
    public void DeadTime_BelowItsMinimum_IsRefused()
    {
        string yaml = TestSite.With(("deadTimeMs: 300", "deadTimeMs: 99"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.deadTimeMs' is 99, expected a whole number from 100 to 10000");
    }

    [TestMethod]
    public void Rest_OfZero_IsRefused()
    {
        string yaml = TestSite.With(("maxRunMs: 9000, restMs: 1000", "maxRunMs: 9000, restMs: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: 'lane.drive.restMs' is 0, expected a whole number from 100 to 600000");
    }

    [TestMethod]
    public void RaiseWarning_OfZero_IsRefused()
    {
        string yaml = TestSite.With(("raiseMs: 1000, lowerMs: 0", "raiseMs: 0, lowerMs: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:16: 'lane.warning.raiseMs' is 0, expected a whole number from 500 to 60000");
    }

    [TestMethod]
    public void RaiseWarning_BelowItsMinimum_IsRefused()
    {
        string yaml = TestSite.With(("raiseMs: 1000, lowerMs: 0", "raiseMs: 499, lowerMs: 0"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:16: 'lane.warning.raiseMs' is 499, expected a whole number from 500 to 60000");
    }

    [TestMethod]
    public void Warning_WithoutAnOutput_IsRefused()
    {
        string yaml = TestSite.With(("lowerMs: 0, pins: [21]", "lowerMs: 0, pins: []"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:16: 'lane.warning.pins' is an empty list, expected a list of pins, for example [16]");
    }

    [TestMethod]
    public void Hold_OutOfRange_IsRefused()
    {
        string yaml = TestSite.With(("pin: 13, holdMs: 1000", "pin: 13, holdMs: 499"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: 'loop.holdMs' is 499, expected a whole number from 500 to 10000");
    }

    [TestMethod]
    public void RaisePins_NeitherOneNorOneEach_AreRefused()
    {
        string yaml = TestSite.With(
            ("barriers: 2", "barriers: 3"),
            ("raise: [16], lower: [17]", "raise: [16, 32], lower: [17]"),
            ("[34, 35]", "[34]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: north.raise has 2 pins for 3 barriers, expected a list of 1 or 3 pins",
            "site.yaml:13: lane 'north' has 2 raise pins and 1 lower pins, "
                + "expected as many of the one as of the other: each pair is one drive");
    }

    [TestMethod]
    public void RaiseAndLowerPins_OfDifferentNumber_AreRefused()
    {
        string yaml = TestSite.With(("raise: [16], lower: [17]", "raise: [16, 32], lower: [17]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:13: lane 'north' has 2 raise pins and 1 lower pins, "
                + "expected as many of the one as of the other: each pair is one drive");
    }

    [TestMethod]
    public void UpLimits_NeitherOneNorOneEach_AreRefused()
    {
        string yaml = TestSite.With(("barriers: 2", "barriers: 3"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:14: north.up has 2 pins for 3 barriers, expected a list of 1 or 3 pins");
    }

    [TestMethod]
    public void DownLimits_MoreThanBarriers_AreRefused()
    {
        string yaml = TestSite.With(("barriers: 2", "barriers: 1"), ("up: [34, 35]", "up: [34]"), ("down: [36]", "down: [36, 35]"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:14: north.down has 2 pins for 1 barrier, expected a list of 1 pin");
    }

    [TestMethod]
    public void Barriers_Nine_AreRefused()
    {
        string yaml = TestSite.With(("barriers: 2", "barriers: 9"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:12: 'lane.barriers' is 9, expected a whole number from 1 to 8");
    }

    [TestMethod]
    public void Gate_WithTwoBarriers_IsRefused()
    {
        string yaml = TestSite.With(("kind: sliding-gate", "kind: sliding-gate\n    barriers: 2"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:23: 'lane.barriers' is 2, expected 1");
    }

    [TestMethod]
    public void Signal_WithoutRed_IsRefused()
    {
        string yaml = TestSite.With(("red: 18, ", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:17: the key 'lane.signal.red' is missing, expected a whole number from 0 to 48");
    }

    [TestMethod]
    public void LoopName_Reserved_IsRefused()
    {
        string yaml = TestSite.With(("name: gate,", "name: Quiet,"), ("{ gate: [", "{ Quiet: ["));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: 'loop.name' is 'Quiet', which messages use for something else, expected another name");
    }

    [TestMethod]
    public void LoopName_WithAHyphen_IsRefused()
    {
        string yaml = TestSite.With(("name: gate,", "name: gate-1,"), ("{ gate: [", "{ gate-1: ["));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: 'loop.name' is 'gate-1', expected 1 to 16 letters and digits, a letter first");
    }

    [TestMethod]
    public void LoopName_TooLong_IsRefused()
    {
        string yaml = TestSite.With(("name: gate,", "name: seventeenLetters1,"), ("{ gate: [", "{ seventeenLetters1: ["));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: 'loop.name' is 'seventeenLetters1', expected 1 to 16 letters and digits, a letter first");
    }

    [TestMethod]
    public void LoopName_TwiceWithOtherPins_IsRefused()
    {
        string yaml = TestSite.With(("name: gate,", "name: inner,"), ("{ gate: [", "{ inner: ["));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: a second loop is called 'inner' (first on line 19), "
                + "expected a name of its own, or the same pin in another lane for a loop that serves both");
    }

    [TestMethod]
    public void LoopName_TwiceInOneLane_IsRefused()
    {
        string yaml = TestSite.With(("name: outer, pin: 26", "name: inner, pin: 25"), (", outer: [31.5, 35.5]", ""));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:20: a second loop is called 'inner' (first on line 19), "
                + "expected a name of its own, or the same pin in another lane for a loop that serves both");
    }

    [TestMethod]
    public void SharedLoop_WithAnotherHold_IsRefused()
    {
        string yaml = TestSite.With(
            ("name: gate, pin: 13, holdMs: 1000", "name: inner, pin: 25, holdMs: 2000"),
            ("{ gate: [", "{ inner: ["));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:28: loop 'inner' differs from the one on line 19, "
                + "expected the same kind, holdMs, contact and testPulseMs in every lane that it serves");
    }

    [TestMethod]
    public void LimitContact_UnknownWord_IsRefused()
    {
        string yaml = TestSite.With(("down: [36]", "down: { pins: [36], contact: closed }"));

        TestSite.AssertRefused(
            yaml,
            "site.yaml:14: 'lane.limits.down.contact' is 'closed', expected normally-open or normally-closed");
    }
}
