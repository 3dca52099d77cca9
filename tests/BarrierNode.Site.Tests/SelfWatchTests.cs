using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>What the gate of simulator/sites/two-channel.yaml watches: the channels of the emergency stop, and its contactors.</summary>
[TestClass]
public sealed class SelfWatchTests
{
    private static readonly SiteTable Table = SiteCompiler.Compile(SiteFiles.Site("two-channel"));

    [TestMethod]
    public void Inputs_OfASite_HaveChannelsFirstAndThenFeedbackInTheOrderOfTheDrives()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "emergencyStop", "emergencyStop2", "quay.raiseAux", "quay.lowerAux", "reset", "quay.up", "quay.down", "quayLoop", "yard.up",
                "yard.down", "yardLoop",
            },
            Table.InputNames);
        CollectionAssert.AreEqual(
            new[] { "quay.raise", "quay.lower", "quay.red", "quay.green", "warning", "yard.raise", "yard.lower" }, Table.OutputNames);
    }

    [TestMethod]
    public void Drives_WithFeedback_ComeBeforeThoseOfEarlierLanes()
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Read(TestSite.With(
            ("resetButton: { pin: 39 }\n", ""),
            ("maxRunMs: 20000, restMs: 1000", "maxRunMs: 20000, restMs: 1000, feedback: { raise: [39], lower: [32] }"))));

        CollectionAssert.AreEqual(
            new[] { "depot.raise", "depot.lower", "north.raise", "north.lower", "north.red", "north.green", "warning" }, table.OutputNames);
        Assert.AreEqual("depot.raiseAux depot.lowerAux", string.Join(" ", table.InputNames[1..3]));
        Assert.AreEqual((2L, 1L), (table.Gate.Words[GateTable.FeedbackCountAt], table.Gate.Words[GateTable.FeedbackInputAt]));
    }

    [TestMethod]
    public void Scan_OfTheSite_IsThatOfTheTable()
    {
        Assert.AreEqual((80L, 50L), (TableText.Ms(Table, GateTable.LateLimitUsAt), TableText.Ms(Table, GateTable.RearmGapUsAt)));
    }

    [TestMethod]
    public void EmergencyStop_OfTwoChannels_IsAPairWhoseOffLevelIsOpen()
    {
        Assert.AreEqual(1, Table.Gate.Words[GateTable.PairCountAt]);
        Assert.AreEqual(1, Table.Gate.Words[GateTable.PairsOffAtOneAt]);
        Assert.AreEqual(60, TableText.Ms(Table, GateTable.PairWindowUsAt));
        Assert.AreEqual("channels", TableText.Conditions(Table, Table.Gate.Words[GateTable.PairFaultAt]));
        Assert.AreEqual(3L, Table.Gate.Words[GateTable.InvertedInputsAt] & 3);
    }

    [TestMethod]
    [DataRow("emergencyStop", 5, 100)]
    [DataRow("emergencyStop2", 5, 100)]
    [DataRow("quayLoop", 2, 1000)]
    [DataRow("yardLoop", 0, 1000)]
    [DataRow("quay.up", 60, 60)]
    [DataRow("yard.up", 40, 0)]
    [DataRow("quay.raiseAux", 0, 0)]
    public void Inputs_Delays_AreTestPulsesAndDebounce(string input, int onDelayMs, int offDelayMs)
    {
        int i = TableText.Input(Table, input);

        Assert.AreEqual(
            ((long)onDelayMs, (long)offDelayMs),
            (TableText.Ms(Table, GateTable.OnDelayUsAt + i), TableText.Ms(Table, GateTable.OffDelayUsAt + i)));
        Assert.AreEqual(onDelayMs == 0, ((Table.Gate.Words[GateTable.InstantOnInputsAt] >> i) & 1) != 0);
        Assert.AreEqual(offDelayMs == 0, ((Table.Gate.Words[GateTable.InstantOffInputsAt] >> i) & 1) != 0);
    }

    [TestMethod]
    [DataRow("quay.raise", 200, "quay.feedback")]
    [DataRow("quay.lower", 200, "quay.feedback")]
    [DataRow("quay.red", 0, "")]
    [DataRow("yard.raise", 0, "")]
    public void Feedback_OfADrive_HasItsWindowAndTheFaultOfItsLane(string output, int windowMs, string fault)
    {
        int o = TableText.Output(Table, output);

        Assert.AreEqual(windowMs, TableText.Ms(Table, GateTable.FeedbackWindowUsAt + o));
        Assert.AreEqual(fault, TableText.Conditions(Table, Table.Gate.Words[GateTable.FeedbackFaultAt + o]));
    }

    [TestMethod]
    public void Trips_OfWhatTakesThePowerFromEveryDrive_HoldEveryDrive()
    {
        const string all = "quay.raise quay.lower quay.green yard.raise yard.lower";
        CollectionAssert.IsSubsetOf(
            new[]
            {
                $"EmergencyStop of the node on emergencyStop: {all}",
                $"EmergencyStop of the node on emergencyStop2: {all}",
                $"ChannelDiscrepancy of the node on channels: {all}",
                $"FeedbackFault of the node on quay.feedback: {all}",
                "RemoteEmergencyStop of the lane on quay.remoteStop: quay.raise quay.lower quay.green",
            },
            TableText.Trips(Table));
        Assert.HasCount(4 + 3 + 3, TableText.Trips(Table));
    }
}
