using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>The way for fire brigade, ambulance and police.</summary>
[TestClass]
public class EmergencyVehicleTests
{
    private const string Open = "emergencyVehicleOpenMs: 20000";

    private static LaneRig Up(string settings = Open) => EmergencyLane.Rig(settings, StreetStart.BarriersUp);

    [TestMethod]
    [DataRow("emergencyVehicleKey", AskedBy.Key)]
    [DataRow("sirenInput", AskedBy.Siren)]
    public void Vehicle_ByAnyWayOnSite_OpensAndTellsTheResponseTime(string input, AskedBy way) // H23
    {
        LaneRig rig = Up();
        rig.Press(input);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Run(0.1);
        Assert.AreEqual((int)way, rig.Only(EventCode.EmergencyVehicleSeen).A);
        Assert.IsInRange(2_500, 3_000, rig.Only(EventCode.EmergencyVehicleServed).A, "the modelled stroke is 2.5 s");
        Assert.AreEqual((int)MoveOrigin.EmergencyVehicle, rig.Only(EventCode.MoveAsked).A);
    }

    [TestMethod]
    public void Vehicle_ByCommand_OpensAndTellsTheResponseTime() // H23
    {
        LaneRig rig = Up();
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.EmergencyVehicle).Stage);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        rig.Run(0.1);
        Assert.AreEqual((int)AskedBy.Command, rig.Only(EventCode.EmergencyVehicleSeen).A);
        Assert.AreEqual(1, rig.Count(EventCode.EmergencyVehicleServed));
    }

    [TestMethod]
    public void Vehicle_HasTheWay_UntilTheTimeAfterItsLastSign()
    {
        LaneRig rig = Up();
        rig.Set("sirenInput", true);
        rig.Run(40);
        Answer raise = rig.Ask(CommandOp.Raise);
        CollectionAssert.AreEqual(new[] { "emergencyVehicle" }, raise.BlockedBy);
        Assert.AreEqual(RefusalReason.CauseStands, rig.Ask(CommandOp.Release).Reason, "the siren is still heard");
        rig.Set("sirenInput", false);
        rig.Run(19);
        Assert.AreEqual(RefusalReason.Held, rig.Ask(CommandOp.Raise).Reason);
        rig.Run(1.5);
        Assert.AreEqual(LanePosition.Down, rig.Position, "it raises nothing by itself");
        rig.Ask(CommandOp.Raise);
        rig.RunUntil(() => rig.Position == LanePosition.Up, 8, "up");
    }

    [TestMethod]
    public void Vehicle_OnTheLoop_KeepsTheWay()
    {
        LaneRig rig = Up();
        rig.Press("emergencyVehicleKey");
        rig.Run(4);
        rig.Street.CutWire(41);
        rig.Run(30);
        CollectionAssert.Contains(rig.Promenade0.Holds, "emergencyVehicle");
        rig.Street.MendWire(41);
        rig.Run(22);
        CollectionAssert.DoesNotContain(rig.Promenade0.Holds, "emergencyVehicle");
    }

    [TestMethod]
    public void Vehicle_Released_GivesTheWayBack()
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.EmergencyVehicle);
        rig.Run(4);
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Release).Stage);
        Assert.AreEqual(RefusalReason.NothingToUndo, rig.Ask(CommandOp.Release).Reason);
        Assert.AreEqual(AckStage.Accepted, rig.Ask(CommandOp.Raise).Stage);
    }

    [TestMethod]
    public void Vehicle_WhileTheLaneIsRaised_TurnsItBack() // H23
    {
        LaneRig rig = EmergencyLane.Rig(Open);
        int raise = rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 2, "drive on");
        rig.Run(1);
        rig.Set("emergencyVehicleKey", true);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(raise).Reason);
    }

    [TestMethod]
    public void Vehicle_HubLostAndKeyOnLocal_OpensAllTheSame() // H23, H25
    {
        LaneRig rig = Up(Open + ", hubLossAfterMs: 2000");
        rig.Set("localKey", true);
        rig.Run(3);
        CollectionAssert.Contains(rig.Promenade0.Holds, "hubLost");
        rig.Press("emergencyVehicleKey");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }

    [TestMethod]
    public void Vehicle_DuringAnEmergencyOperation_IsRefusedAndToldWhy() // H23, H29
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.EmergencyOperation);
        Answer command = rig.Ask(CommandOp.EmergencyVehicle);
        Assert.AreEqual(RefusalReason.Held, command.Reason);
        CollectionAssert.Contains(command.BlockedBy, "emergencyOperation");
        rig.Press("emergencyVehicleKey");
        rig.Run(5);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        CollectionAssert.AreEqual(new[] { "emergencyOperation" }, rig.LastWhy());
        CollectionAssert.DoesNotContain(rig.Promenade0.Holds, "emergencyVehicle");
    }

    [TestMethod]
    public void Vehicle_LaneTripped_IsToldWhyAndDoesNotOpenAtTheReset()
    {
        LaneRig rig = Up();
        rig.Ask(CommandOp.EmergencyStop);
        rig.Press("emergencyVehicleKey");
        Happening refused = rig.Events.Last(e => e.Code == EventCode.WishRefused);
        Assert.AreEqual((int)RefusalReason.Tripped, refused.A);
        rig.Ask(CommandOp.Reset);
        rig.Run(10);
        Assert.AreEqual(LanePosition.Up, rig.Position, "a reset never restarts");
        rig.Press("emergencyVehicleKey");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }
}
