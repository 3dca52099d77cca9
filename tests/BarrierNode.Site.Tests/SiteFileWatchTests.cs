namespace BarrierNode.Site.Tests;

/// <summary>The keys by which a site watches itself: late scans, a second channel, test pulses, feedback contacts, debounce.</summary>
[TestClass]
public sealed class SiteFileWatchTests
{
    private const string Stop = "emergencyStop: { pin: 33 }";
    private const string Drive = "drive: { raise: [16], lower: [17], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }";

    [TestMethod]
    public void Scan_LeftOut_IsFiveScansAndThree()
    {
        Assert.AreEqual(new ScanModel(100, 60), SiteFiles.Read(TestSite.Yaml).Scan);
    }

    [TestMethod]
    [DataRow("{ lateLimitMs: 80, rearmGapMs: 50 }", 80, 50)]
    [DataRow("{ lateLimitMs: 50 }", 50, 50)]
    [DataRow("{ lateLimitMs: 200 }", 200, 60)]
    [DataRow("{ rearmGapMs: 20 }", 100, 20)]
    public void Scan_Given_IsTaken(string scan, int lateLimitMs, int rearmGapMs)
    {
        Assert.AreEqual(new ScanModel(lateLimitMs, rearmGapMs), SiteFiles.Read(TestSite.With((Stop, $"{Stop}\nscan: {scan}"))).Scan);
    }

    [TestMethod]
    [DataRow("{ lateLimitMs: 49 }", "'scan.lateLimitMs' is 49, expected a whole number from 50 to 200")]
    [DataRow("{ lateLimitMs: 201 }", "'scan.lateLimitMs' is 201, expected a whole number from 50 to 200")]
    [DataRow("{ rearmGapMs: 19 }", "'scan.rearmGapMs' is 19, expected a whole number from 20 to 100")]
    [DataRow("{ lateLimitMs: 80, rearmGapMs: 81 }", "'scan.rearmGapMs' is 81, expected a whole number from 20 to 80")]
    [DataRow("{ lateMs: 80 }", "unknown key 'lateMs' in 'scan', expected one of lateLimitMs, rearmGapMs")]
    [DataRow("80", "'scan' is '80', expected a group of keys")]
    public void Scan_OutOfRange_IsRefused(string scan, string problem)
    {
        TestSite.AssertRefused(TestSite.With((Stop, $"{Stop}\nscan: {scan}")), $"site.yaml:8: {problem}");
    }

    [TestMethod]
    public void EmergencyStop_OfOneChannel_HasNoSecond()
    {
        Assert.IsNull(SiteFiles.Read(TestSite.Yaml).SecondChannel);
    }

    [TestMethod]
    public void EmergencyStop_OfTwoChannels_HasBothNormallyClosedAndThreeScansOfDiscrepancy()
    {
        SiteModel site = SiteFiles.Read(TestSite.With((Stop, "emergencyStop: { pin: 33, secondPin: 32 }")));

        Assert.AreEqual(new InputModel("emergencyStop", 33, true, 0, 100), site.EmergencyStop);
        Assert.AreEqual(new SecondChannelModel(new InputModel("emergencyStop2", 32, true, 0, 100), 60), site.SecondChannel);
    }

    [TestMethod]
    public void EmergencyStop_TestedWithPulses_WaitsThemOutInBothChannels()
    {
        SiteModel site = SiteFiles.Read(
            TestSite.With((Stop, "emergencyStop: { pin: 33, secondPin: 32, discrepancyMs: 40, testPulseMs: 7 }")));

        Assert.AreEqual(7, site.EmergencyStop.OnDelayMs);
        Assert.AreEqual((7, 40), (site.SecondChannel!.Input.OnDelayMs, site.SecondChannel.DiscrepancyMs));
    }

    [TestMethod]
    [DataRow("pin: 33, secondPin: 33", "GPIO 33 (emergencyStop2) is already used by emergencyStop on line 7, expected a pin of its own")]
    [DataRow(
        "pin: 33, secondPin: 32, discrepancyMs: 39",
        "'emergencyStop.discrepancyMs' is 39, expected a whole number from 40 to 1000")]
    [DataRow(
        "pin: 33, secondPin: 32, discrepancyMs: 1001",
        "'emergencyStop.discrepancyMs' is 1001, expected a whole number from 40 to 1000")]
    [DataRow("pin: 33, discrepancyMs: 60", "'emergencyStop.discrepancyMs' stands without 'secondPin', expected both or neither")]
    [DataRow("pin: 33, testPulseMs: 0", "'emergencyStop.testPulseMs' is 0, expected a whole number from 1 to 100")]
    [DataRow("pin: 33, testPulseMs: 101", "'emergencyStop.testPulseMs' is 101, expected a whole number from 1 to 100")]
    [DataRow("pin: 33, contact: normally-open", "unknown key 'contact' in 'emergencyStop', "
        + "expected one of pin, secondPin, discrepancyMs, testPulseMs")]
    public void EmergencyStop_Wrong_IsRefused(string keys, string problem)
    {
        TestSite.AssertRefused(TestSite.With((Stop, $"emergencyStop: {{ {keys} }}")), $"site.yaml:7: {problem}");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(100)]
    public void Loop_TestedWithPulses_WaitsThemOut(int testPulseMs)
    {
        SiteModel site = SiteFiles.Read(TestSite.With(("pin: 13, holdMs: 1000", $"pin: 13, holdMs: 1000, testPulseMs: {testPulseMs}")));

        Assert.AreEqual(new InputModel("gate", 13, true, testPulseMs, 1000), site.Lanes[1].Loops.Single());
    }

    [TestMethod]
    public void Loop_NormallyOpenWithTestPulses_IsRefused()
    {
        TestSite.AssertRefused(
            TestSite.With(("pin: 13, holdMs: 1000", "pin: 13, holdMs: 1000, contact: normally-open, testPulseMs: 5")),
            "site.yaml:28: 'loop.testPulseMs' stands at a normally open contact, expected no test pulses there: holdMs bridges them");
    }

    [TestMethod]
    [DataRow("emergencyStop2")]
    [DataRow("Channels")]
    [DataRow("tableFault")]
    public void Loop_NameThatTheInterlockUses_IsRefused(string name)
    {
        TestSite.AssertRefused(
            TestSite.With(("{ name: gate, pin: 13", $"{{ name: {name}, pin: 13"), ("{ gate: [26, 34] }", $"{{ {name}: [26, 34] }}")),
            $"site.yaml:28: 'loop.name' is '{name}', which messages use for something else, expected another name");
    }

    [TestMethod]
    public void Limits_WithoutDebounce_LeaveTheirEndAtOnce()
    {
        SiteModel site = SiteFiles.Read(TestSite.Yaml);

        Assert.AreEqual((40, 0), (site.Lanes[0].UpLimits[1].OnDelayMs, site.Lanes[0].UpLimits[1].OffDelayMs));
    }

    [TestMethod]
    [DataRow(20)]
    [DataRow(200)]
    public void Limits_WithDebounce_TakeItBothWaysAtBothEnds(int debounceMs)
    {
        LaneModel lane = SiteFiles.Read(TestSite.With(("down: [36] }", $"down: [36], debounceMs: {debounceMs} }}"))).Lanes[0];

        Assert.IsTrue(lane.UpLimits.Concat(lane.DownLimits).All(l => (l.OnDelayMs, l.OffDelayMs) == (debounceMs, debounceMs)));
    }

    [TestMethod]
    [DataRow(19)]
    [DataRow(201)]
    public void Limits_DebounceOutOfRange_IsRefused(int debounceMs)
    {
        TestSite.AssertRefused(
            TestSite.With(("down: [36] }", $"down: [36], debounceMs: {debounceMs} }}")),
            $"site.yaml:14: 'lane.limits.debounceMs' is {debounceMs}, expected a whole number from 20 to 200");
    }

    [TestMethod]
    public void Feedback_LeftOut_IsNone()
    {
        Assert.IsNull(SiteFiles.Read(TestSite.Yaml).Lanes[0].Feedback);
    }

    [TestMethod]
    public void Feedback_Given_IsAMirrorContactWithAWindow()
    {
        FeedbackModel feedback = SiteFiles.Read(WithFeedback("raise: [32], lower: [39]")).Lanes[0].Feedback!;

        Assert.AreEqual(new InputModel("north.raiseAux", 32, NormallyClosed: true, 0, 0), feedback.Raise.Single());
        Assert.AreEqual(new InputModel("north.lowerAux", 39, NormallyClosed: true, 0, 0), feedback.Lower.Single());
        Assert.AreEqual(200, feedback.WindowMs);
    }

    [TestMethod]
    public void Feedback_NormallyOpenWithItsOwnWindow_IsTaken()
    {
        SiteModel site = SiteFiles.Read(WithFeedback("raise: [32], lower: [39], contact: normally-open, windowMs: 50"));
        FeedbackModel feedback = site.Lanes[0].Feedback!;

        Assert.IsFalse(feedback.Raise.Concat(feedback.Lower).Any(f => f.NormallyClosed));
        Assert.AreEqual(50, feedback.WindowMs);
    }

    [TestMethod]
    [DataRow("raise: [32]", "the key 'lane.drive.feedback.lower' is missing, expected a list of 1 pin")]
    [DataRow(
        "raise: [32, 39], lower: [14]",
        "lane 'north' has 1 raise outputs and 2 feedback contacts, expected a list of 1 pin: one for each output",
        "GPIO 14 (depot.down) is already used by north.lowerAux on line 13, expected a pin of its own")]
    [DataRow("raise: [32], lower: 39", "'lane.drive.feedback.lower' is '39', expected a list of pins, for example [16]")]
    [DataRow(
        "raise: [32], lower: [6]",
        "GPIO 6 (north.lowerAux) cannot be an input on ESP32_REV3: it is wired to the flash memory, expected "
        + TestSite.Rev3Inputs)]
    [DataRow("raise: [32], lower: [39], windowMs: 49", "'lane.drive.feedback.windowMs' is 49, expected a whole number from 50 to 2000")]
    [DataRow("raise: [32], lower: [39], windowMs: 2001", "'lane.drive.feedback.windowMs' is 2001, expected a whole number from 50 to 2000")]
    [DataRow("raise: [32], lower: [39], window: 99", "unknown key 'window' in 'lane.drive.feedback', expected 'windowMs' perhaps")]
    public void Feedback_Wrong_IsRefused(string keys, string problem, string? second = null)
    {
        string[] problems = second is null ? [$"site.yaml:13: {problem}"] : [$"site.yaml:13: {problem}", $"site.yaml:24: {second}"];
        TestSite.AssertRefused(WithFeedback(keys), problems);
    }

    private static string WithFeedback(string keys) => TestSite.With(
        ("resetButton: { pin: 39 }\n", "# the reset button is not needed here\n"),
        (Drive, Drive.Replace("restMs: 1000", $"restMs: 1000, feedback: {{ {keys} }}")));
}
