using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>What holds, learns and waits is in the flight record: it replays bit for bit, whatever the node had kept before.</summary>
[TestClass]
public class ReplayTests
{
    [TestMethod]
    public void Record_OfAHeldLaneThatTrips_ReplaysBitForBit()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(
            lane: ["settings: { strokeDeviationPercent: 20 }"],
            drive: EndsRig.HoldDrive,
            inputs: ["role: end-pressure, pin: 9", "role: pit-water, pin: 10"],
            outputs: ["role: supply, pin: 12", "role: heater, pin: 13"]));
        rig.Raise();
        rig.Lower();
        rig.Restart();
        rig.Run(5);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 3, "raising");
        rig.Run(2);
        rig.Command(CommandOp.EmergencyStop);
        rig.Run(0.2);
        rig.Street.SetContact("lane.pitWater", true);
        AssertReplays(rig);
    }

    [TestMethod]
    public void Record_OfPressureAtTheEnd_ReplaysBitForBit()
    {
        LaneRig rig = EndsRig.Down(EquipmentSite.Lane(inputs: ["role: end-pressure, pin: 9"]));
        rig.Street.CutWire(7);
        rig.Command(CommandOp.Raise);
        rig.RunUntil(() => rig.Is("lane.raise"), 3, "raising");
        rig.Run(5.3);
        rig.Cabinet.Controller.WantRecord();
        AssertReplays(rig);
        Assert.IsTrue(rig.Of(EventCode.MoveAborted).Any(e => e.A == (int)RefusalReason.EndUnproven), "the pressure ended the stroke within the record");
    }

    private static void AssertReplays(LaneRig rig)
    {
        rig.RunUntil(() => rig.Cabinet.Controller.Recorder.Frozen, 30, "a record");
        SiteTable table = rig.Table;
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(table, FlightRecord.Of(rig.Cabinet.Controller.Recorder));
        int different = replay.ToList().FindIndex(s => !s.IsSame);
        Assert.AreEqual(-1, different, $"scan {different} is {(different < 0 ? null : replay[different])}");
        Assert.IsTrue(replay.Any(s => (s.Permitted & table.Gate.MotionOutputs) != 0), "something moved");
    }
}
