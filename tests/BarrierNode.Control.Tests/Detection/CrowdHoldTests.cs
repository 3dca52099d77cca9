namespace BarrierNode.Control.Tests;

/// <summary>Whom a crowd holds: everyone who raises, nobody who lowers.</summary>
[TestClass]
public class CrowdHoldTests
{
    [TestMethod]
    [DataRow(MoveOrigin.Automatic)]
    [DataRow(MoveOrigin.Timetable)]
    [DataRow(MoveOrigin.Command)]
    [DataRow(MoveOrigin.Panel)]
    [DataRow(MoveOrigin.EmergencyVehicle)]
    [DataRow(MoveOrigin.Egress)]
    [DataRow(MoveOrigin.EmergencyOperation)]
    public void Against_Crowd_ForbidsToRaiseAndNeverToLower(MoveOrigin origin)
    {
        var holds = new LaneHolds();
        holds.Set(LaneHold.Crowd, raise: true, lower: false, unattended: false);
        Assert.AreEqual(1 << (int)LaneHold.Crowd, holds.Against(CommandOp.Raise, origin));
        Assert.AreEqual(0, holds.Against(CommandOp.Lower, origin));
    }
}
