using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>What stands below the matrix: every number of the rules, in tables and in words.</summary>
[TestClass]
public sealed class MatrixLegendTests
{
    private static readonly string Promenade = Markdown(InterlockMatrix.Of(SiteFiles.Site("promenade")));

    [TestMethod]
    public void Title_OfEveryForm_NamesNodeTableAndInterlock()
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Site("promenade"));
        SiteTableWriter.Write(table, [1, 2, 3]);
        InterlockMatrix matrix = InterlockMatrix.Of(SiteFiles.Site("promenade"));

        foreach (string page in new[] { MatrixText.Write(matrix), Markdown(matrix), MatrixHtml.Write(matrix) })
        {
            Assert.Contains("Interlock of nice/promenade/quai-1", page);
            Assert.Contains($"{table.Hash:x8}", page);
            Assert.Contains($"{InterlockVersion.Version} ({InterlockVersion.SourceHash:x8})", page);
        }
    }

    [TestMethod]
    [DataRow("0 | emergencyStop | 33 | low | 0 | 0 | 100 | the emergency stop circuit is open")]
    [DataRow("1 | reset | 39 | high | 0 | 60 | 60 | the reset button is pressed")]
    [DataRow("3 | promenade.up2 | 35 | high | 0 | 40 | 0 | at the upper end in lane promenade")]
    [DataRow("9 | depot.down | 14 | high | 0 | 40 | 0 | at the lower end in lane depot")]
    [DataRow("6 | entryLoop | 25 | low | 1 | 0 | 1000 | the vehicle detector is occupied")]
    public void Inputs_OfASite_ShowPinPolarityStartAndDelays(string row)
    {
        AssertRow(Promenade, "Inputs", row);
    }

    [TestMethod]
    [DataRow("0 | promenade.raise | 16 | yes | 9000 | 1000 | 60 | promenade.lower 300 ms")]
    [DataRow("3 | promenade.green | 19 | no | - | - | - | promenade.red 0 ms")]
    [DataRow("4 | warning | 21 | no | - | - | - | -")]
    [DataRow("6 | depot.lower | 23 | yes | 20000 | 1000 | 60 | depot.raise 500 ms")]
    public void Outputs_OfASite_ShowTheirTimes(string row)
    {
        AssertRow(Promenade, "Outputs", row);
    }

    [TestMethod]
    [DataRow("emergencyStop | emergencyStop (1) | N | promenade.raise, promenade.lower, promenade.green, depot.raise, depot.lower")]
    [DataRow("promenade.overrun | strokeOverrun (3) | L | promenade.raise, promenade.lower, promenade.green")]
    [DataRow("depot.remoteStop | remoteEmergencyStop (2) | L | depot.raise, depot.lower")]
    public void Trips_OfASite_ShowCodeReachAndWhatTheyHold(string row)
    {
        AssertRow(Promenade, "Trips", row);
    }

    [TestMethod]
    [DataRow("Two-channel inputs", "emergencyStop, emergencyStop2 | 1 | 60 | channels")]
    [DataRow("Feedback contacts", "quay.lower | quay.lowerAux | 200 | quay.feedback")]
    [DataRow("Inputs", "1 | emergencyStop2 | 35 | low | 0 | 5 | 100 | the emergency stop circuit is open")]
    [DataRow("Inputs", "2 | quay.raiseAux | 25 | low | 0 | 0 | 0 | the drive behind quay.raise has power")]
    [DataRow("Trips", "quay.feedback | feedbackFault (5) | N | quay.raise, quay.lower, quay.green, yard.raise, yard.lower")]
    public void Parts_OfASiteThatWatchesItself_AreShown(string heading, string row)
    {
        AssertRow(Markdown(InterlockMatrix.Of(SiteFiles.Site("two-channel"))), heading, row);
    }

    [TestMethod]
    public void Conditions_OfASite_SayWhatIsTheCase()
    {
        AssertRow(Promenade, "Conditions", "32 | quiet |  | something that can stall the node runs");
        AssertRow(Promenade, "Conditions", "36 | promenade.provenUp |  | every barrier of the lane is proven up, none is down");
        AssertRow(Promenade, "Conditions", "46 | depot.overrun | L | a stroke of the lane took too long");
    }

    [TestMethod]
    public void Words_OfARaise_TellEverythingThatRefusesIt()
    {
        Assert.Contains(
            "- promenade.raise (raises lane promenade) needs: promenade.warned; is refused by: emergencyStop (latches, whole node), entryLoop, exitLoop, "
            + "quiet, promenade.provenUp, promenade.overrun (latches), promenade.conflict (latches), promenade.remoteStop (latches). "
            + "Never on together with promenade.lower, nor before that was off for 300 ms. On for at most 9000 ms; 1000 ms off start that anew. "
            + "Off when its request was not renewed for 60 ms. Moves steel: a gap between scans of more than 100 ms drops it, until it is requested "
            + "afresh.\n",
            Promenade);
    }

    [TestMethod]
    public void Words_OfALampWithoutRules_SaySo()
    {
        Assert.Contains("- warning (warns in lanes promenade, depot) needs: nothing; is refused by: no condition.\n", Promenade);
        Assert.Contains(
            "- promenade.red (shows red to lane promenade) needs: nothing; is refused by: no condition. Never on together with promenade.green.\n",
            Promenade);
    }

    [TestMethod]
    public void Exclusion_WithTwoDeadTimes_NamesThatOfTheOtherOutput()
    {
        SiteTable table = HandTable.Of(inputs: 0, outputs: 2);
        table.Gate.Words[GateTable.ExcludesAt] = 2;
        table.Gate.Words[GateTable.ExcludesAt + 1] = 1;
        table.Gate.Words[GateTable.DeadTimeUsAt] = 300_000;
        table.Gate.Words[GateTable.DeadTimeUsAt + 1] = 700_000;
        string page = Markdown(InterlockMatrix.Of(table));

        Assert.Contains("Never on together with out1, nor before that was off for 700 ms.", page);
        Assert.Contains("Never on together with out0, nor before that was off for 300 ms.", page);
        AssertRow(page, "Outputs", "0 | out0 | 0 | no | - | - | - | out1 700 ms");
    }

    [TestMethod]
    public void Pairs_OfATable_ShowLevelWindowAndTrip()
    {
        SiteTable table = HandTable.Of(inputs: 4, outputs: 1);
        table.Gate.Words[GateTable.PairCountAt] = 2;
        table.Gate.Words[GateTable.PairsOffAtOneAt] = 4;
        table.Gate.Words[GateTable.PairWindowUsAt] = 50_000;
        table.Gate.Words[GateTable.PairWindowUsAt + 1] = 62_500;
        table.Gate.Words[GateTable.PairFaultAt] = 1L << ConditionBit.Channels;
        table.Gate.Words[GateTable.PairFaultAt + 1] = 1L << HandTable.Unnamed;
        string page = Markdown(InterlockMatrix.Of(table));

        AssertRow(page, "Two-channel inputs", "in0, in1 | 0 | 50 | channels");
        AssertRow(page, "Two-channel inputs", "in2, in3 | 1 | 62.5 | condition35");
    }

    [TestMethod]
    public void Feedback_OfATable_ShowsContactWindowAndTrip()
    {
        SiteTable table = HandTable.Of(inputs: 5, outputs: 3);
        table.Gate.Words[GateTable.FeedbackCountAt] = 2;
        table.Gate.Words[GateTable.FeedbackInputAt] = 3;
        table.Gate.Words[GateTable.FeedbackWindowUsAt] = 200_000;
        table.Gate.Words[GateTable.FeedbackWindowUsAt + 1] = 400_000;
        long fault = 1L << ConditionBit.OfLane(0, ConditionBit.LaneFeedback);
        table.Gate.Words[GateTable.FeedbackFaultAt] = fault;
        table.Gate.Words[GateTable.FeedbackFaultAt + 1] = fault;
        string page = Markdown(InterlockMatrix.Of(table));

        Assert.HasCount(3, MatrixPages.MarkdownTable(page, "Feedback contacts"));
        AssertRow(page, "Feedback contacts", "out0 | in3 | 200 | lane0.feedback");
        AssertRow(page, "Feedback contacts", "out1 | in4 | 400 | lane0.feedback");
        Assert.Contains("in4 must follow it: a difference of more than 400 ms makes lane0.feedback 1.", page);
        AssertRow(page, "Inputs", "4 | in4 | 0 | high | 0 | 0 | 0 | the drive behind out1 has power");
    }

    [TestMethod]
    public void Parts_ThatASiteDoesNotHave_AreNamedAsNone()
    {
        Assert.Contains("\n## Two-channel inputs\nnone\n", Promenade);
        Assert.Contains("\nFeedback contacts\n-----------------\nnone\n", MatrixText.Write(InterlockMatrix.Of(SiteFiles.Site("minimal"))));
    }

    [TestMethod]
    public void Times_OfTheScan_ComeFromTheTable()
    {
        SiteTable table = HandTable.Of(inputs: 0, outputs: 1);
        table.Gate.Words[GateTable.LateLimitUsAt] = 120_000;
        table.Gate.Words[GateTable.RearmGapUsAt] = 40_000;
        table.Gate.Words[GateTable.MotionOutputsAt] = 1;
        string page = Markdown(InterlockMatrix.Of(table));

        Assert.Contains("- A gap between scans of more than 120 ms is late", page);
        Assert.Contains("with gaps of at most 40 ms arm the node again", page);
        Assert.Contains("Moves steel: a gap between scans of more than 120 ms drops it", page);
    }

    private static string Markdown(InterlockMatrix matrix) => MatrixMarkdown.Write(matrix);

    private static void AssertRow(string page, string heading, string row) => CollectionAssert.Contains(
        MatrixPages.MarkdownTable(page, heading).Select(cells => string.Join(" | ", cells)).ToArray(), row);
}
