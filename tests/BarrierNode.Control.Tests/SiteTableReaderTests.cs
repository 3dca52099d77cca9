using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

/// <summary>What the node checks of a table itself, whoever made it. Reading whole files is tested with the writer, in the site's tests.</summary>
[TestClass]
public class SiteTableReaderTests
{
    private static readonly long Quiet = 1L << ConditionBit.Quiet;
    private static readonly long Up = 1L << ConditionBit.OfLane(0, ConditionBit.LaneUp);
    private static readonly long DownBit = 1L << ConditionBit.OfLane(0, ConditionBit.LaneDown);
    private static readonly long Warned = 1L << ConditionBit.OfLane(0, ConditionBit.LaneWarned);

    internal static SiteTable Valid()
    {
        SiteTable site = Sites.Small();
        site.Gate.Words[GateTable.MustBeZeroAt] |= Quiet | Up;
        site.Gate.Words[GateTable.MustBeOneAt] = Warned;
        site.Gate.Words[GateTable.MustBeZeroAt + 1] |= Quiet | DownBit;
        site.Gate.Words[GateTable.MustBeOneAt + 3] = DownBit;
        Sites.Seal(site);
        return site;
    }

    [TestMethod]
    public void Fault_ValidTable_IsNull() => Assert.IsNull(SiteTableCheck.Fault(Valid()));

    [TestMethod]
    public void Fault_ARuleMissingWithoutWhichNoLaneMayMove_IsNamed()
    {
        (Action<SiteTable> Change, string Fault)[] cases =
        [
            (s => s.Gate.Words[GateTable.MustBeZeroAt] = Up, "raise output lacks"),
            (s => s.Gate.Words[GateTable.MustBeZeroAt] = Quiet, "raise output lacks"),
            (s => s.Gate.Words[GateTable.MustBeOneAt] = 0, "raise output lacks"),
            (s => s.Gate.Words[GateTable.MustBeZeroAt + 1] = DownBit, "lower output lacks"),
            (s => s.Gate.Words[GateTable.MustBeOneAt + 3] = 0, "green"),
            (s => s.Lanes[0].UpInputs = [], "limit switches"),
            (s => s.Lanes[0].DownInputs = [5], "limit switches"),
            (s => s.Lanes[0].RaiseTimeoutMs = 0, "time"),
            (s => s.Lanes[0].RaiseWarningMs = -1, "time"),
            (s => s.Lanes[0].LowerOutputs = 1, "outputs"),
            (s => s.Lanes[0].RedOutputs = 1 << 9, "outputs"),
            (s => s.Gate.Words[GateTable.MotionOutputsAt] = 1, "motion"),
            (s => s.Gate.Words[GateTable.InputCountAt] = 4, "its gate table"),
            (s => s.Gate.Words[GateTable.OffDelayUsAt + 2] = -1, "its gate table"),
            (s => s.ResetInput = 5, "reset input"),
            (FirstInputsAreChannels, "goes on when its channels disagree"),
        ];
        foreach ((Action<SiteTable> change, string fault) in cases)
        {
            SiteTable site = Valid();
            change(site);
            Sites.Seal(site);
            StringAssert.Contains(SiteTableCheck.Fault(site), fault);
        }
    }

    private static void FirstInputsAreChannels(SiteTable site)
    {
        long[] words = site.Gate.Words;
        words[GateTable.PairCountAt] = 1;
        words[GateTable.PairWindowUsAt] = 60_000;
        words[GateTable.PairFaultAt] = 1L << ConditionBit.Channels;
        words[GateTable.TripConditionsAt] |= 1L << ConditionBit.Channels;
        words[GateTable.TripCodesAt + 4] |= (long)TripCode.ChannelDiscrepancy << 16;
    }

    [TestMethod]
    public void Name_OfEveryCondition_IsThatOfThePersonWhoReadsIt()
    {
        SiteTable site = Valid();
        Assert.AreEqual("entryLoop", ConditionBit.Name(site, 1));
        Assert.AreEqual("quiet", ConditionBit.Name(site, ConditionBit.Quiet));
        Assert.AreEqual("promenade.overrun", ConditionBit.Name(site, ConditionBit.OfLane(0, ConditionBit.LaneOverrun)));
        Assert.AreEqual("promenade.feedback", ConditionBit.Name(site, ConditionBit.OfLane(0, ConditionBit.LaneFeedback)));
        Assert.AreEqual("channels", ConditionBit.Name(site, ConditionBit.Channels));
        Assert.AreEqual("tableFault", ConditionBit.Name(site, GateTable.TableFault));
        Assert.AreEqual("condition63", ConditionBit.Name(site, 63));
        Assert.IsLessThan(GateTable.MaxConditions, ConditionBit.OfLane(SiteTable.MaxLanes - 1, ConditionBit.LaneFeedback));
    }
}
