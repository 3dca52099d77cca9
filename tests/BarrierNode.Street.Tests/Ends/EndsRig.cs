using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Ends;

/// <summary>The sites of these tests, and what they often do.</summary>
internal static class EndsRig
{
    public const string HoldDrive = "raise: [5], hold: [6], unpowered: drops, maxRunMs: 9000, restMs: 1000";

    /// <summary>A lane whose barriers are down at the start.</summary>
    public static LaneRig Down(SiteModel site)
    {
        var rig = new LaneRig(StreetStart.BarriersDown, site: site);
        rig.Run(3);
        Assert.AreEqual(LanePosition.Down, rig.Position);
        return rig;
    }

    public static void Raise(this LaneRig rig) => rig.Move(CommandOp.Raise);

    public static void Lower(this LaneRig rig) => rig.Move(CommandOp.Lower);

    /// <summary>A person has looked at both driven lanes since the start: they may move unattended.</summary>
    public static LaneRig Confirmed(this LaneRig rig)
    {
        rig.Command(CommandOp.Confirm, lane: 0);
        rig.Command(CommandOp.Confirm, lane: 2);
        rig.Run(0.1);
        return rig;
    }

    public static Happening[] Of(this LaneRig rig, EventCode code) => [.. rig.Events.Where(e => e.Code == code)];

    public static bool Holds(this LaneRig rig, LaneHold hold) =>
        rig.Events.LastOrDefault(e => e.Code is EventCode.HoldSet or EventCode.HoldCleared && e.A == (int)hold)?.Code == EventCode.HoldSet;

    /// <summary>Three lanes: bollards with supply contactor and feedback, a passive barrier that raises what stands beside it, an arm.</summary>
    public static SiteModel ThreeLanes(string supply = "{ role: supply, pin: 9 }", string settings = "{ tamperRaises: 1 }") => EquipmentSite.Read($$"""
        version: 1
        city: turin
        site: test
        node: node-1
        board: ESP32_S3
        permit: { pin: 1 }
        emergencyStop: { pin: 2 }
        inputs:
          - { role: supply-failed, pin: 47 }
        lanes:
          - id: lane
            kind: bollard-group
            barriers: 1
            drive:
              raise: [5]
              lower: [6]
              deadTimeMs: 300
              maxRunMs: 9000
              restMs: 1000
              feedback: { raise: [10], lower: [11] }
            limits: { up: [7], down: [8] }
            stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
            warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
            loops: [{ name: first, pin: 41, holdMs: 1000 }]
            outputs: [{{supply}}]
          - id: stand
            kind: passive-barrier
            limits: { up: [12], down: [13] }
            inputs:
              - { role: tamper, pin: 14 }
            settings: {{settings}}
          - id: arm
            kind: barrier-arm
            drive: { raise: [15], lower: [16], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
            limits: { up: [17], down: [18] }
            stroke: { raiseMs: 2000, lowerMs: 2000, raiseTimeoutMs: 4000, lowerTimeoutMs: 4000 }
            warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
            loops: [{ name: second, pin: 42, holdMs: 1000 }]
        street:
          lengthM: 60
          widthM: 24
          speedKmh: 18
          carriageways:
            - { lane: lane, centreM: 4, widthM: 4, barrierAtM: 30, stopLineM: 20, loops: { first: [26, 34] } }
            - { lane: stand, centreM: 12, widthM: 4, barrierAtM: 30, stopLineM: 20, loops: {} }
            - { lane: arm, centreM: 20, widthM: 4, barrierAtM: 30, stopLineM: 20, loops: { second: [26, 34] } }
        """ + "\n");

    private static void Move(this LaneRig rig, CommandOp op)
    {
        int ticket = rig.Command(op);
        rig.RunUntil(() => rig.Last(ticket).Stage == AckStage.Done, 12, $"{op} done");
        rig.Run(1);
    }
}
