namespace BarrierNode.Control.Tests;

/// <summary>Who moves a lane in spite of which hold.</summary>
[TestClass]
public sealed class LaneHoldsTests
{
    [TestMethod]
    [DataRow(LaneHold.LocalMode)]
    [DataRow(LaneHold.TestMode)]
    public void KeyTurned_ThePanelAndEmergencies_MoveTheLaneAndNobodyElse(LaneHold hold)
    {
        LaneHolds holds = Everything(hold);
        Assert.IsTrue(Refused(holds, CommandOp.Lower, MoveOrigin.Command));
        Assert.IsTrue(Refused(holds, CommandOp.Lower, MoveOrigin.Automatic));
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Timetable));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.Panel));
        Assert.IsFalse(Refused(holds, CommandOp.Lower, MoveOrigin.EmergencyVehicle));
        Assert.IsFalse(Refused(holds, CommandOp.Lower, MoveOrigin.Egress));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.EmergencyOperation));
    }

    [TestMethod]
    public void Maintenance_NobodyButThePanel_MovesTheLane()
    {
        LaneHolds holds = Everything(LaneHold.MaintenanceMode);
        for (MoveOrigin origin = MoveOrigin.Automatic; origin <= MoveOrigin.EmergencyOperation; origin++)
        {
            Assert.AreEqual(origin != MoveOrigin.Panel, Refused(holds, CommandOp.Raise, origin), origin.ToString());
            Assert.AreEqual(origin != MoveOrigin.Panel, Refused(holds, CommandOp.Lower, origin), origin.ToString());
        }
    }

    [TestMethod]
    public void ServiceExpired_OnlyEmergencies_MoveTheLane()
    {
        LaneHolds holds = Everything(LaneHold.ServiceExpired);
        Assert.IsTrue(Refused(holds, CommandOp.Lower, MoveOrigin.Panel));
        Assert.IsTrue(Refused(holds, CommandOp.Lower, MoveOrigin.Command));
        Assert.IsFalse(Refused(holds, CommandOp.Lower, MoveOrigin.EmergencyVehicle));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.EmergencyOperation));
    }

    [TestMethod]
    [DataRow(LaneHold.KeepOpen)]
    [DataRow(LaneHold.Convoy)]
    public void OpenOnPurpose_OnlyTheEmergencyOperation_Raises(LaneHold hold)
    {
        var holds = new LaneHolds();
        holds.Set(hold, raise: true, lower: false, unattended: false);
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Command));
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Panel));
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Automatic));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.EmergencyOperation));
        Assert.IsFalse(Refused(holds, CommandOp.Lower, MoveOrigin.Command));
    }

    [TestMethod]
    [DataRow(LaneHold.CycleLimit)]
    [DataRow(LaneHold.Bypass)]
    public void WornOrBlind_ThePanelAndTheEmergencyOperation_Raise(LaneHold hold)
    {
        var holds = new LaneHolds();
        holds.Set(hold, raise: true, lower: false, unattended: false);
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Command));
        Assert.IsTrue(Refused(holds, CommandOp.Raise, MoveOrigin.Automatic));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.Panel));
        Assert.IsFalse(Refused(holds, CommandOp.Raise, MoveOrigin.EmergencyOperation));
    }

    [TestMethod]
    public void Names_OfEveryHold_AreKnownAndDifferent()
    {
        string[] names = [.. Enum.GetValues<LaneHold>().Select(LaneHolds.Name)];
        Assert.HasCount(LaneHolds.Count, names.Distinct());
        Assert.IsFalse(names.Any(n => n.StartsWith("hold", StringComparison.Ordinal)));
    }

    private static LaneHolds Everything(LaneHold hold)
    {
        var holds = new LaneHolds();
        holds.Set(hold, raise: true, lower: true, unattended: true);
        return holds;
    }

    private static bool Refused(LaneHolds holds, CommandOp op, MoveOrigin origin) => holds.Against(op, origin) != 0;
}
