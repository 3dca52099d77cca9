using BarrierNode.Control;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>Would an emergency fast operation raise the lane now?</summary>
[TestClass]
public class EfoReadinessTests
{
    private const int Ready = EfoReadiness.Fitted | EfoReadiness.Ready;

    [TestMethod]
    public void Readiness_LaneAtRest_IsReady() => Assert.AreEqual(Ready, EmergencyLane.Rig().Promenade0.Efo);

    [TestMethod]
    public void Readiness_LaneThatTakesNone_IsNotTold()
    {
        var rig = new LaneRig(site: EquipmentSite.Lane());
        rig.Run(3);
        Assert.AreEqual(0, rig.Promenade0.Efo);
    }

    [TestMethod]
    public void Readiness_NoPressure_NamesTheAccumulator()
    {
        var rig = new LaneRig(site: EquipmentSite.Lane(lane: ["settings: { efoEnabled: 1 }"], inputs: ["role: accumulator-ready, pin: 9"]));
        rig.Run(3);
        Assert.AreEqual(EfoReadiness.Fitted | EfoReadiness.NoPressure, rig.Promenade0.Efo);
        rig.Set("accumulatorReady", true);
        rig.Run(0.2);
        Assert.AreEqual(Ready, rig.Promenade0.Efo);
    }

    [TestMethod]
    public void Readiness_LoopBroken_NamesTheInterlock() // H9
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Street.CutWire(41);
        rig.Run(0.2);
        Assert.AreEqual(EfoReadiness.Fitted | EfoReadiness.Interlocked, rig.Promenade0.Efo);
        CollectionAssert.AreEqual(new[] { "entryLoop" }, rig.Promenade0.BlockedBy);
        rig.Street.MendWire(41);
        rig.Run(2);
        Assert.AreEqual(Ready, rig.Promenade0.Efo);
    }

    [TestMethod]
    public void Readiness_TripLatched_NamesTheTrip()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.EmergencyStop);
        Assert.AreEqual(EfoReadiness.Fitted | EfoReadiness.Tripped, rig.Promenade0.Efo);
    }

    [TestMethod]
    public void Readiness_EgressInForce_NamesTheHold()
    {
        LaneRig rig = EmergencyLane.Rig();
        rig.Ask(CommandOp.Egress);
        Assert.AreEqual(EfoReadiness.Fitted | EfoReadiness.Held, rig.Promenade0.Efo);
        CollectionAssert.Contains(rig.Promenade0.Holds, "egress");
    }

    [TestMethod]
    public void Readiness_OnBattery_NamesTheSupply() // H24
    {
        var rig = new LaneRig(site: EquipmentSite.Lane(
            lane: ["settings: { efoEnabled: 1 }"], inputs: ["role: supply-failed, pin: 9, contact: normally-open"]));
        rig.Run(3);
        Assert.AreEqual(Ready, rig.Promenade0.Efo);
        rig.Set("supplyFailed", true);
        rig.Run(0.2);
        Assert.AreEqual(EfoReadiness.Fitted | EfoReadiness.NoSupply, rig.Promenade0.Efo);
    }
}
