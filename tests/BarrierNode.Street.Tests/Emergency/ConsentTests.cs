using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>An opening that two persons must ask for.</summary>
[TestClass]
public class ConsentTests
{
    private const int Anna = 1;
    private const int Bruno = 2;

    private static LaneRig Up() => EmergencyLane.Rig("dualConsent: 1", StreetStart.BarriersUp);

    [TestMethod]
    public void Lower_ByOnePerson_WaitsForTheSecond()
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(10);
        Assert.AreEqual(AckStage.Accepted, rig.Last(lower).Stage);
        Assert.IsFalse(rig.EverMoved());
        CollectionAssert.Contains(rig.Promenade0.Holds, "consentMissing");
        Assert.AreEqual(AckStage.Done, rig.Ask(CommandOp.Consent, argument: Bruno).Stage);
        rig.RunUntil(() => rig.Last(lower).Stage == AckStage.Done, 5, "done");
        CollectionAssert.AreEqual(new[] { AckStage.Accepted, AckStage.Moving, AckStage.Done }, rig.Stages(lower));
    }

    [TestMethod]
    public void Consent_OfTheSamePerson_IsRefused() // H27
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(1);
        Assert.AreEqual(RefusalReason.SamePerson, rig.Ask(CommandOp.Consent, argument: Anna).Reason);
        rig.Run(5);
        Assert.AreEqual(AckStage.Accepted, rig.Last(lower).Stage);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Lower_WithoutConsent_IsGivenUpAfterHalfAMinute()
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(29.5);
        Assert.AreEqual(AckStage.Accepted, rig.Last(lower).Stage);
        rig.Run(1);
        Assert.AreEqual(AckStage.Aborted, rig.Last(lower).Stage);
        Assert.AreEqual(RefusalReason.Waiting, rig.Last(lower).Reason);
        Assert.AreEqual((int)RefusalReason.Waiting, rig.Only(EventCode.ConsentLapsed).A);
        Assert.AreEqual(RefusalReason.NothingToUndo, rig.Ask(CommandOp.Consent, argument: Bruno).Reason, "too late");
        rig.Run(5);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Lower_AgainWhileAnEmergencyVehicleIsLetIn_EndsTheWaitingAndNotTheMove()
    {
        LaneRig rig = Up();
        int waiting = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(1);
        rig.Command(CommandOp.EmergencyVehicle);
        rig.RunUntil(() => rig.Count(EventCode.MoveStarted) == 1, 5, "opens for the emergency vehicle");
        rig.Command(CommandOp.Lower, argument: Bruno);
        rig.Run(0.1);
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(waiting).Reason);
        Assert.AreEqual((int)RefusalReason.Superseded, rig.Only(EventCode.ConsentLapsed).A);
        Assert.AreEqual(0, rig.Count(EventCode.MoveAborted), "the move goes on, and the record says so");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }

    [TestMethod]
    public void Consent_ToNothing_IsRefused()
    {
        Assert.AreEqual(RefusalReason.NothingToUndo, Up().Ask(CommandOp.Consent, argument: Bruno).Reason);
        Assert.AreEqual(RefusalReason.NotFitted, EmergencyLane.Rig().Ask(CommandOp.Consent, argument: Bruno).Reason);
    }

    [TestMethod]
    public void Lower_OnlyOnePersonNeeded_OpensAtOnce()
    {
        LaneRig rig = EmergencyLane.Rig(start: StreetStart.BarriersUp);
        rig.Ask(CommandOp.Lower, argument: Anna);
        rig.RunUntil(() => rig.Position == LanePosition.Down, 4, "down");
    }

    [TestMethod]
    [DataRow(CommandOp.Stop)]
    [DataRow(CommandOp.Raise)]
    [DataRow(CommandOp.Lower)]
    public void Lower_FollowedByAnotherCommand_IsSuperseded(CommandOp next)
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(1);
        rig.Command(next, argument: Bruno);
        rig.Run(1);
        Assert.AreEqual(RefusalReason.Superseded, rig.Last(lower).Reason);
        Answer consent = rig.Ask(CommandOp.Consent, argument: Bruno);
        Assert.AreEqual(next == CommandOp.Lower ? RefusalReason.SamePerson : RefusalReason.NothingToUndo, consent.Reason);
        Assert.IsFalse(rig.EverMoved());
    }

    [TestMethod]
    public void Consent_AfterSomethingCameBetween_DoesNotOpen() // H29
    {
        LaneRig rig = Up();
        int lower = rig.Command(CommandOp.Lower, argument: Anna);
        rig.Run(1);
        rig.Press("efoButton");
        rig.Ask(CommandOp.Consent, argument: Bruno);
        Assert.AreEqual(AckStage.Aborted, rig.Last(lower).Stage);
        CollectionAssert.AreEqual(new[] { "emergencyOperation" }, rig.Last(lower).BlockedBy);
        rig.Run(5);
        Assert.AreEqual(LanePosition.Up, rig.Position);
    }

    [TestMethod]
    public void Lower_ByThePanelAlone_IsHeldAndAnEmergencyVehicleIsNot() // H23
    {
        LaneRig rig = Up();
        rig.Set("lowerButton", true);
        rig.Run(4);
        rig.Set("lowerButton", false);
        Assert.AreEqual(LanePosition.Up, rig.Position);
        rig.Press("emergencyVehicleKey");
        rig.RunUntil(() => rig.Position == LanePosition.Down, 5, "down");
    }
}
