using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Modes;

/// <summary>Two lanes side by side: the loop `middle` lies in both, each has one of its own besides.</summary>
internal static class SharedLoopSite
{
    public static SiteModel Read() => EquipmentSite.Read("""
        version: 1
        city: turin
        site: test
        node: node-1
        board: ESP32_S3
        permit: { pin: 1 }
        emergencyStop: { pin: 2 }
        lanes:
          - id: lane
            kind: bollard-group
            barriers: 1
            drive: { raise: [5], lower: [6], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
            limits: { up: [7], down: [8] }
            stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
            warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
            loops:
              - { name: own, pin: 41, holdMs: 1000 }
              - { name: middle, pin: 42, holdMs: 1000 }
            inputs:
              - { role: raise-button, pin: 15 }
              - { role: local-key, pin: 17 }
            settings: { bypassMaxMin: 30 }
          - id: beside
            kind: bollard-group
            barriers: 1
            drive: { raise: [9], lower: [10], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
            limits: { up: [11], down: [12] }
            stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
            warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
            loops:
              - { name: other, pin: 13, holdMs: 1000 }
              - { name: middle, pin: 42, holdMs: 1000 }
        street:
          lengthM: 60
          widthM: 16
          speedKmh: 18
          carriageways:
            - { lane: lane, centreM: 4, widthM: 6, barrierAtM: 30, stopLineM: 20, loops: { own: [24, 28], middle: [31, 35] } }
            - { lane: beside, centreM: 12, widthM: 6, barrierAtM: 30, stopLineM: 20, loops: { other: [24, 28], middle: [31, 35] } }

        """);
}
