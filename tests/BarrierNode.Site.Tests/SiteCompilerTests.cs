using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class SiteCompilerTests
{
    private static readonly SiteTable Promenade = SiteCompiler.Compile(SiteFiles.Site("promenade"));

    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    [DataRow("two-channel")]
    public void Compile_SiteOfTheRepository_GivesATableWithoutFault(string name)
    {
        Assert.IsNull(SiteTableCheck.Fault(SiteCompiler.Compile(SiteFiles.Site(name))));
    }

    [TestMethod]
    public void Inputs_OfASite_StandInOrder()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "emergencyStop", "reset", "promenade.up1", "promenade.up2", "promenade.up3", "promenade.down", "entryLoop", "exitLoop",
                "depot.up", "depot.down", "gateLoop",
            },
            Promenade.InputNames);
        CollectionAssert.AreEqual(new[] { 33, 39, 34, 35, 32, 36, 25, 26, 27, 14, 13 }, Promenade.InputPins);
    }

    [TestMethod]
    public void Inputs_Polarity_FollowsTheContacts()
    {
        Assert.AreEqual("emergencyStop entryLoop exitLoop gateLoop", TableText.Inputs(Promenade, Word(GateTable.InvertedInputsAt)));
    }

    [TestMethod]
    public void Inputs_Loops_AreDetectorsAndOccupiedUntilProvenFree()
    {
        Assert.AreEqual("entryLoop exitLoop gateLoop", TableText.Inputs(Promenade, Word(GateTable.StartOnInputsAt)));
        Assert.AreEqual("entryLoop exitLoop gateLoop", TableText.Inputs(Promenade, Promenade.DetectorInputs));
    }

    [TestMethod]
    [DataRow("emergencyStop", 0, 100)]
    [DataRow("reset", 60, 60)]
    [DataRow("promenade.up2", 40, 0)]
    [DataRow("depot.down", 40, 0)]
    [DataRow("exitLoop", 0, 1000)]
    public void Inputs_Delays_LetTheUnsafeEdgeThroughAtOnce(string input, int onDelayMs, int offDelayMs)
    {
        int i = TableText.Input(Promenade, input);

        Assert.AreEqual(((long)onDelayMs, (long)offDelayMs), (Ms(GateTable.OnDelayUsAt + i), Ms(GateTable.OffDelayUsAt + i)));
    }

    [TestMethod]
    public void Outputs_OfASite_StandInOrder()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "promenade.raise", "promenade.lower", "promenade.red", "promenade.green", "warning", "depot.raise", "depot.lower",
            },
            Promenade.OutputNames);
        CollectionAssert.AreEqual(new[] { 16, 17, 18, 19, 21, 22, 23 }, Promenade.OutputPins);
    }

    [TestMethod]
    public void Header_OfATable_NamesTheNode()
    {
        Assert.AreEqual(("nice", "promenade", "quai-1"), (Promenade.City, Promenade.Site, Promenade.Node));
        Assert.AreEqual(("ESP32_REV3", 4, 1), (Promenade.Board, Promenade.PermitPin, Promenade.ResetInput));
    }

    [TestMethod]
    public void Header_WithoutResetButton_SaysSo()
    {
        Assert.AreEqual(-1, SiteCompiler.Compile(SiteFiles.Site("minimal")).ResetInput);
    }

    [TestMethod]
    [DataRow(
        "promenade.raise",
        "one: promenade.warned; zero: emergencyStop entryLoop exitLoop quiet promenade.provenUp "
        + "promenade.overrun promenade.conflict promenade.remoteStop")]
    [DataRow(
        "promenade.lower",
        "one: ; zero: emergencyStop quiet promenade.provenDown promenade.overrun promenade.conflict promenade.remoteStop")]
    [DataRow(
        "promenade.green",
        "one: promenade.down promenade.provenDown; zero: emergencyStop promenade.up1 promenade.up2 promenade.up3 "
        + "promenade.overrun promenade.conflict promenade.remoteStop")]
    [DataRow("promenade.red", "one: ; zero: ")]
    [DataRow("warning", "one: ; zero: ")]
    [DataRow(
        "depot.raise",
        "one: depot.warned; zero: emergencyStop depot.up gateLoop quiet depot.provenUp depot.overrun depot.conflict depot.remoteStop")]
    [DataRow(
        "depot.lower",
        "one: depot.warned; zero: emergencyStop depot.down quiet depot.provenDown depot.overrun depot.conflict depot.remoteStop")]
    public void Gate_Output_RequiresWhatTheInterlockAsks(string output, string requires)
    {
        Assert.AreEqual(requires, TableText.Requires(Promenade, output));
    }

    [TestMethod]
    public void Gate_Green_RequiresTheDownLimitItself()
    {
        int green = TableText.Output(Promenade, "promenade.green");
        long down = 1L << TableText.Input(Promenade, "promenade.down");

        Assert.AreEqual(down | (1L << ConditionBit.OfLane(0, ConditionBit.LaneDown)), Promenade.Gate.MustBeOne(green));
    }

    [TestMethod]
    [DataRow("promenade.raise", "promenade.lower", 300)]
    [DataRow("promenade.lower", "promenade.raise", 300)]
    [DataRow("promenade.red", "promenade.green", 0)]
    [DataRow("promenade.green", "promenade.red", 0)]
    [DataRow("depot.raise", "depot.lower", 500)]
    [DataRow("depot.lower", "depot.raise", 500)]
    [DataRow("warning", "", 0)]
    public void Gate_Exclusion_KeepsRaiseFromLowerAndRedFromGreen(string output, string excludes, int deadTimeMs)
    {
        int o = TableText.Output(Promenade, output);

        Assert.AreEqual(excludes, TableText.Excludes(Promenade, output));
        Assert.AreEqual(deadTimeMs, Ms(GateTable.DeadTimeUsAt + o));
    }

    [TestMethod]
    [DataRow("promenade.raise", 9000, 1000, 60)]
    [DataRow("promenade.lower", 9000, 1000, 60)]
    [DataRow("depot.raise", 20000, 1000, 60)]
    [DataRow("depot.lower", 20000, 1000, 60)]
    [DataRow("promenade.green", -1, 0, -1)]
    [DataRow("warning", -1, 0, -1)]
    public void Gate_Times_LimitTheDrivesAlone(string output, int maxOnMs, int restMs, int leaseMs)
    {
        int o = TableText.Output(Promenade, output);

        Assert.AreEqual(
            ((long)maxOnMs, (long)restMs, (long)leaseMs),
            (Ms(GateTable.MaxOnUsAt + o), Ms(GateTable.RestUsAt + o), Ms(GateTable.LeaseUsAt + o)));
    }

    [TestMethod]
    public void Gate_MotionOutputs_AreTheDrives()
    {
        Assert.AreEqual(
            "promenade.raise promenade.lower depot.raise depot.lower", TableText.Outputs(Promenade, Promenade.Gate.MotionOutputs));
        Assert.AreEqual((100L, 60L), (Ms(GateTable.LateLimitUsAt), Ms(GateTable.RearmGapUsAt)));
    }

    [TestMethod]
    public void Gate_Trips_HoldTheNodeOrTheLane()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "EmergencyStop of the node on emergencyStop: promenade.raise promenade.lower promenade.green depot.raise depot.lower",
                "StrokeOverrun of the lane on promenade.overrun: promenade.raise promenade.lower promenade.green",
                "LimitConflict of the lane on promenade.conflict: promenade.raise promenade.lower promenade.green",
                "RemoteEmergencyStop of the lane on promenade.remoteStop: promenade.raise promenade.lower promenade.green",
                "StrokeOverrun of the lane on depot.overrun: depot.raise depot.lower",
                "LimitConflict of the lane on depot.conflict: depot.raise depot.lower",
                "RemoteEmergencyStop of the lane on depot.remoteStop: depot.raise depot.lower",
            },
            TableText.Trips(Promenade));
    }

    [TestMethod]
    public void Lanes_OfATable_CarryPinsAndTimes()
    {
        LaneTable lane = Promenade.Lanes[0];

        Assert.AreEqual(("promenade", LaneKind.BollardGroup), (lane.Id, lane.Kind));
        Assert.AreEqual("promenade.raise", TableText.Outputs(Promenade, lane.RaiseOutputs));
        Assert.AreEqual("promenade.lower", TableText.Outputs(Promenade, lane.LowerOutputs));
        Assert.AreEqual("promenade.red", TableText.Outputs(Promenade, lane.RedOutputs));
        Assert.AreEqual("promenade.green", TableText.Outputs(Promenade, lane.GreenOutputs));
        Assert.AreEqual("warning", TableText.Outputs(Promenade, lane.WarningOutputs));
        CollectionAssert.AreEqual(new[] { 2, 3, 4 }, lane.UpInputs);
        CollectionAssert.AreEqual(new[] { 5 }, lane.DownInputs);
        Assert.AreEqual(
            (1000, 0, 8000, 5000), (lane.RaiseWarningMs, lane.LowerWarningMs, lane.RaiseTimeoutMs, lane.LowerTimeoutMs));
        Assert.AreEqual("warning", TableText.Outputs(Promenade, Promenade.Lanes[1].WarningOutputs));
        Assert.AreEqual((0, 0), (Promenade.Lanes[1].RedOutputs, Promenade.Lanes[1].GreenOutputs));
    }

    [TestMethod]
    public void Drives_OneForEachBarrier_HaveTheirOwnGroupsAndEnds()
    {
        SiteTable table = Compile(
            ("raise: [16], lower: [17]", "raise: [16, 17], lower: [18, 19]"),
            ("    signal: { red: 18, green: 19 }\n", ""),
            ("down: [36]", "down: [36, 32]"));

        Assert.AreEqual("north.raise1 north.raise2", TableText.Outputs(table, table.Lanes[0].RaiseOutputs));
        Assert.AreEqual("north.lower1 north.lower2", TableText.Outputs(table, table.Lanes[0].LowerOutputs));
        Assert.AreEqual(
            "one: north.warned; zero: emergencyStop north.up2 inner outer quiet north.provenUp north.overrun north.conflict north.remoteStop",
            TableText.Requires(table, "north.raise2"));
        Assert.AreEqual(
            "one: ; zero: emergencyStop north.down1 quiet north.provenDown north.overrun north.conflict north.remoteStop",
            TableText.Requires(table, "north.lower1"));
        Assert.AreEqual("north.lower1", TableText.Excludes(table, "north.raise1"));
        Assert.AreEqual("north.lower2", TableText.Excludes(table, "north.raise2"));
    }

    [TestMethod]
    public void Drives_OneForEachBarrierWithLimitsInSeries_StopAtTheLanesEnd()
    {
        SiteTable table = Compile(
            ("raise: [16], lower: [17]", "raise: [16, 17], lower: [18, 19]"),
            ("    signal: { red: 18, green: 19 }\n", ""));

        Assert.AreEqual(
            "one: ; zero: emergencyStop quiet north.provenDown north.overrun north.conflict north.remoteStop",
            TableText.Requires(table, "north.lower2"));
    }

    [TestMethod]
    public void Loop_ThatServesTwoLanes_IsOneInputAndForbidsBothRaises()
    {
        SiteTable table = Compile(
            ("      - { name: gate, pin: 13, holdMs: 1000 }\n", "      - { name: inner, pin: 25, holdMs: 1000 }\n"),
            ("{ gate: [26, 34] }", "{ inner: [26, 34] }"));

        Assert.AreEqual(1, table.InputNames.Count(n => n == "inner"));
        long inner = 1L << TableText.Input(table, "inner");
        Assert.AreNotEqual(0, table.Gate.MustBeZero(TableText.Output(table, "north.raise")) & inner);
        Assert.AreNotEqual(0, table.Gate.MustBeZero(TableText.Output(table, "depot.raise")) & inner);
    }

    [TestMethod]
    public void Warning_OfOneLane_BearsItsName()
    {
        SiteTable table = Compile(("lowerMs: 0, pins: [21]", "lowerMs: 0, pins: [32]"));

        Assert.AreEqual("north.warning", TableText.Outputs(table, table.Lanes[0].WarningOutputs));
        Assert.AreEqual("depot.warning", TableText.Outputs(table, table.Lanes[1].WarningOutputs));
    }

    [TestMethod]
    public void Warning_SharedAndOwn_AreToldApart()
    {
        SiteTable table = Compile(("lowerMs: 0, pins: [21]", "lowerMs: 0, pins: [32, 21]"));

        Assert.AreEqual("north.warning warning", TableText.Outputs(table, table.Lanes[0].WarningOutputs));
        Assert.AreEqual("warning", TableText.Outputs(table, table.Lanes[1].WarningOutputs));
    }

    [TestMethod]
    public void Signal_WithRedAlone_ExcludesNothing()
    {
        SiteTable table = Compile(("red: 18, green: 19", "red: 18"));

        Assert.AreEqual("", TableText.Excludes(table, "north.red"));
        Assert.AreEqual(0, table.Lanes[0].GreenOutputs);
    }

    [TestMethod]
    public void Names_OfEverySiteTable_FitTheFormatAndAreUnique()
    {
        string[] names = [.. Promenade.InputNames, .. Promenade.OutputNames];

        Assert.IsTrue(names.All(n => n.Length is >= 1 and <= 24));
        Assert.AreEqual(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static long Ms(int word) => TableText.Ms(Promenade, word);

    private static int Word(int word) => (int)Promenade.Gate.Words[word];

    private static SiteTable Compile(params (string Find, string Replace)[] edits) =>
        SiteCompiler.Compile(SiteFiles.Read(TestSite.With(edits)));
}
