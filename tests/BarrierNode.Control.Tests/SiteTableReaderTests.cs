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
            (s => s.Lanes[0].Kind = (LaneKind)6, "kind"),
            (s => s.Lanes[0].Kind = (LaneKind)0, "kind"),
            (s => s.Lanes[0].Kind = LaneKind.PassiveBarrier, "outputs"),
            (s => s.Lanes[0].HoldOutputs = 8, "outputs"),
            (s => Holding(s).Lanes[0].RaiseOutputs = 2, "outputs"),
            (s => Holding(s).Gate.Words[GateTable.MotionOutputsAt] = 3, "outputs"),
            (s => Holding(s).Gate.Words[GateTable.MustBeZeroAt + 1] = 0, "let go of the hold"),
            (s => s.Lanes[0].RoleOutputs[(int)OutputRole.Supply] = 1 << 9, "outputs"),
            (WatchedDriveWithoutSupply, "leaves the power on"),
            (s => WithSupply(s).Gate.Words[GateTable.MustBeZeroAt + 2] = 0, "leaves the power on"),
        ];
        foreach ((Action<SiteTable> change, string fault) in cases)
        {
            SiteTable site = Valid();
            change(site);
            Sites.Seal(site);
            StringAssert.Contains(SiteTableCheck.Fault(site), fault);
        }
    }

    [TestMethod]
    public void Fault_HoldSupplyAndPassiveTables_AreNull()
    {
        SiteTable hold = Holding(Valid());
        SiteTable supply = WithSupply(Valid());
        SiteTable passive = Valid();
        passive.Lanes[0] = new LaneTable { Id = "stand", Kind = LaneKind.PassiveBarrier, UpInputs = [3], DownInputs = [4] };
        passive.Gate.Words[GateTable.MotionOutputsAt] = 0;
        foreach (SiteTable site in new[] { hold, supply, passive })
        {
            Sites.Seal(site);
            Assert.IsNull(SiteTableCheck.Fault(site));
        }
    }

    // Output 1 holds instead of lowering.
    private static SiteTable Holding(SiteTable site)
    {
        site.Lanes[0].LowerOutputs = 0;
        site.Lanes[0].HoldOutputs = 2;
        site.Gate.Words[GateTable.MotionOutputsAt] = 1;
        return site;
    }

    // The raise output has a feedback contact whose fault is a trip of the lane alone.
    private static void WatchedDriveWithoutSupply(SiteTable site)
    {
        long[] words = site.Gate.Words;
        int fault = ConditionBit.OfLane(0, ConditionBit.LaneFeedback);
        words[GateTable.FeedbackCountAt] = 1;
        words[GateTable.FeedbackInputAt] = 1;
        words[GateTable.FeedbackWindowUsAt] = 200_000;
        words[GateTable.FeedbackFaultAt] = 1L << fault;
        words[GateTable.MustBeZeroAt] |= 1L << fault;
        words[GateTable.TripConditionsAt] |= 1L << fault;
        words[GateTable.TripCodesAt + (fault >> 3)] |= (long)TripCode.FeedbackFault << ((fault & 7) << 3);
    }

    // Output 2, the red lamp of the small site, becomes the supply contactor that this fault switches off.
    private static SiteTable WithSupply(SiteTable site)
    {
        WatchedDriveWithoutSupply(site);
        site.Lanes[0].RedOutputs = 0;
        site.Lanes[0].RoleOutputs[(int)OutputRole.Supply] = 4;
        site.Gate.Words[GateTable.MustBeZeroAt + 2] |= 1L << ConditionBit.OfLane(0, ConditionBit.LaneFeedback);
        return site;
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
        Assert.AreEqual(TripCode.TableFault, site.TripCode(GateTable.TableFault), "the gate's own finding is in no table");
        Assert.AreEqual("condition63", ConditionBit.Name(site, 63));
        Assert.IsLessThan(GateTable.MaxConditions, ConditionBit.OfLane(SiteTable.MaxLanes - 1, ConditionBit.LaneFeedback));
    }
}
