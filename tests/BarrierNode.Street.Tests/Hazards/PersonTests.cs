using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Hazards;

/// <summary>A person stands on a bollard, or moves it by hand.</summary>
[TestClass]
public class PersonTests
{
    // H13
    [TestMethod]
    [DataRow("role: obstruction, pin: 9", "lane.obstruction")]
    [DataRow("role: safety-edge, pin: 9", "lane.safetyEdge")]
    public void Raise_AgainstAPerson_ReversesInOneScanAndStaysDown(string input, string name)
    {
        LaneRig rig = Down(input);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 3, "drive on");
        rig.Run(2);
        rig.Street.SetContact(name, true);
        rig.Clock.Advance(VirtualCabinet.ScanPeriodUs);
        Assert.IsFalse(rig.Is("lane.raise"));
        rig.Run(0.5);
        rig.Street.SetContact(name, false);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down again");
        CollectionAssert.AreEqual(new[] { name }, rig.Last(raise).BlockedBy);
        Assert.IsTrue(rig.Events.Any(e => e.Code == EventCode.Reversed && e.Why.SequenceEqual([name])));
        rig.Run(120);
        Assert.AreEqual(LanePosition.Down, rig.Position, "no second try without a new command");
        Assert.AreEqual(1, rig.Events.Count(e => e.Code == EventCode.Reversed));
    }

    [TestMethod]
    public void ManualRelease_InUse_RefusesBothDirections()
    {
        LaneRig rig = Down("role: manual-release, pin: 9");
        rig.Street.SetContact("lane.manualRelease", true);
        rig.Run(0.2);
        foreach (CommandOp op in new[] { CommandOp.Raise, CommandOp.Lower })
        {
            int move = rig.Command(op);
            rig.Run(0.1);
            Assert.AreEqual(RefusalReason.Interlocked, rig.Last(move).Reason);
            CollectionAssert.AreEqual(new[] { "lane.manualRelease" }, rig.Last(move).BlockedBy);
        }

        rig.Street.SetContact("lane.manualRelease", false);
        rig.Run(0.2);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Last(raise).Stage == AckStage.Done, 10, "the drive is alone again");
    }

    private static LaneRig Down(string input)
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: EquipmentSite.Lane(inputs: [input]));
        rig.Run(3);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        return rig;
    }
}
