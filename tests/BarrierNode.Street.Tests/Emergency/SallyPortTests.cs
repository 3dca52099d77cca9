using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>Two lines that are never open together.</summary>
[TestClass]
public class SallyPortTests
{
    private const int Outer = 0;
    private const int Inner = 1;

    // The upper limit switch acts over the last hundredth of the stroke.
    private const double Closed = 0.99;

    private static LaneRig Rig(StreetStart start = StreetStart.BarriersUp)
    {
        var rig = new LaneRig(start, site: EquipmentSite.SallyPort());
        rig.Run(3);
        return rig;
    }

    private static LanePosition At(LaneRig rig, int lane) => rig.Cabinet.Controller.Position(lane);

    [TestMethod]
    public void Line_OtherLineClosed_Opens()
    {
        LaneRig rig = Rig();
        rig.Ask(CommandOp.Lower, Outer);
        rig.RunUntil(() => At(rig, Outer) == LanePosition.Down, 4, "down");
    }

    [TestMethod]
    public void Line_OtherLineOpen_IsRefusedAndSaysWhy()
    {
        LaneRig rig = Rig();
        rig.Ask(CommandOp.Lower, Outer);
        rig.RunUntil(() => At(rig, Outer) == LanePosition.Down, 4, "down");
        Answer inner = rig.Ask(CommandOp.Lower, Inner);
        Assert.AreEqual(RefusalReason.Held, inner.Reason);
        CollectionAssert.AreEqual(new[] { "sallyPort" }, inner.BlockedBy);
        CollectionAssert.Contains(rig.Depot.Holds, "sallyPort");
        rig.Ask(CommandOp.Raise, Outer);
        rig.RunUntil(() => At(rig, Outer) == LanePosition.Up, 8, "up");
        rig.Run(0.2);
        rig.Ask(CommandOp.Lower, Inner);
        rig.RunUntil(() => At(rig, Inner) == LanePosition.Down, 5, "down");
    }

    [TestMethod]
    public void Line_OtherLineTamperedWith_CountsAsOpen()
    {
        LaneRig rig = Rig();
        rig.Street.SetContact("inner.tamper", true);
        rig.Run(0.2);
        Answer outer = rig.Ask(CommandOp.Lower, Outer);
        Assert.AreEqual(RefusalReason.Interlocked, outer.Reason);
        CollectionAssert.AreEqual(new[] { "inner.tamper" }, outer.BlockedBy);
    }

    [TestMethod]
    public void Line_OtherLineNotProven_CountsAsOpen() // H18
    {
        LaneRig rig = Rig();
        rig.Street.CutWire(17);
        rig.Run(0.2);
        CollectionAssert.AreEqual(new[] { "sallyPort" }, rig.Ask(CommandOp.Lower, Outer).BlockedBy);
        rig.Ask(CommandOp.EmergencyVehicle, Outer);
        CollectionAssert.AreEqual(new[] { "sallyPort" }, rig.LastWhy(), "not even an emergency vehicle opens it");
        Assert.AreEqual(LanePosition.Up, At(rig, Outer));
    }

    [TestMethod]
    public void Line_OtherLineForcedOpenWhileItOpens_StopsAtOnce()
    {
        LaneRig rig = Rig();
        rig.Ask(CommandOp.Lower, Outer);
        rig.RunUntil(() => rig.Is("outer.lower"), 1, "drive on");
        rig.Run(1);
        rig.Street.CutWire(17);
        rig.Run(0.04);
        Assert.IsFalse(rig.Is("outer.lower"));
        rig.Run(5);
        Assert.AreEqual(LanePosition.Stopped, At(rig, Outer));
    }

    [TestMethod]
    public void Lines_BothAskedInOneScan_StayClosed()
    {
        LaneRig rig = Rig();
        int outer = rig.Command(CommandOp.Lower, Outer);
        int inner = rig.Command(CommandOp.Lower, Inner);
        rig.Run(5);
        Assert.AreEqual(RefusalReason.NotPermitted, rig.Last(outer).Reason);
        Assert.AreEqual(RefusalReason.NotPermitted, rig.Last(inner).Reason);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Lines_BothFoundOpen_ARaiseThatMeetsAVehicleStopsAndDoesNotReverse() // H5
    {
        LaneRig rig = Rig(StreetStart.BarriersDown);
        rig.Ask(CommandOp.Raise, Outer);
        rig.RunUntil(() => rig.Is("outer.raise"), 2, "drive on");
        rig.Run(1);
        rig.Street.CutWire(41);
        rig.Run(0.04);
        Assert.IsFalse(rig.Is("outer.raise"));
        rig.Run(10);
        Assert.IsFalse(rig.Is("outer.lower"));
        Assert.AreEqual(LanePosition.Stopped, At(rig, Outer));
        Assert.AreEqual(1, rig.Count(EventCode.Reversed), "it wants to");
    }

    [TestMethod]
    public void Lines_RandomCommandsCarsAndFaults_AreNeverOpenedTogether()
    {
        int seed = RandomSeed.Of();
        int openings = 0;
        int refusals = 0;
        for (int run = 0; run < 12; run++)
        {
            var random = new Random(seed + run);
            LaneRig rig = Rig();
            for (int step = 0; step < 150; step++)
            {
                Disturb(rig, random);
                for (int ms = random.Next(20, 4000); ms > 0; ms -= 20)
                {
                    rig.Run(0.02);
                    bool bothLowered = rig.Is("outer.lower") && rig.Is("inner.lower");
                    Assert.IsFalse(bothLowered, $"seed {seed} + {run}, step {step}: both are lowered");
                    LaneSnapshot[] lanes = [.. rig.Street.Snapshot().Lanes];
                    bool bothOpen = lanes[Outer].Barriers[0] < Closed && lanes[Inner].Barriers[0] < Closed;
                    Assert.IsFalse(bothOpen, $"seed {seed} + {run}, step {step}: outer at {lanes[Outer].Barriers[0]}, inner at {lanes[Inner].Barriers[0]}");
                }
            }

            openings += rig.Events.Count(e => e.Code == EventCode.MoveStarted && e.Op == CommandOp.Lower);
            refusals += rig.Answers.Count(a => a.BlockedBy.Contains("sallyPort"));
        }

        Console.WriteLine($"seed {seed}: {openings} openings, {refusals} refused because of the other line");
        Assert.IsGreaterThan(50, openings);
        Assert.IsGreaterThan(50, refusals);
    }

    private static void Disturb(LaneRig rig, Random random)
    {
        int lane = random.Next(2);
        string id = lane == Outer ? "outer" : "inner";
        switch (random.Next(12))
        {
            case 0: rig.Street.SendCar(id); break;
            case 1: rig.Street.SetContact(id + ".tamper", random.Next(2) == 0); break;
            case 2: rig.Street.CutWire(random.Next(2) == 0 ? 7 : 17); break;
            case 3: Mend(rig); break;
            case 4: rig.Command(CommandOp.Egress, lane); break;
            case 5: rig.Command(CommandOp.EmergencyVehicle, lane); break;
            case 6: rig.Command(CommandOp.Release, lane); break;
            case 7: rig.Command(CommandOp.Stop, lane); break;
            case 8: rig.Command(CommandOp.Raise, lane); break;
            case 9: PutRight(rig); break;
            default: rig.Command(CommandOp.Lower, lane); break;
        }
    }

    private static void Mend(LaneRig rig)
    {
        rig.Street.MendWire(7);
        rig.Street.MendWire(17);
    }

    private static void PutRight(LaneRig rig)
    {
        Mend(rig);
        for (int lane = Outer; lane <= Inner; lane++)
        {
            rig.Command(CommandOp.Release, lane);
            rig.Command(CommandOp.Reset, lane);
            rig.Command(CommandOp.Raise, lane);
        }
    }
}
