using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>What the passages of one kind of vehicle came to.</summary>
/// <param name="kind">The kind.</param>
/// <param name="table">The loops.</param>
/// <param name="settings">Their thresholds.</param>
public sealed class PassageResult(VehicleKind kind, LoopTable table, LoopSettings settings)
{
    /// <summary>What makes the fast limit must be seen within this, in milliseconds.</summary>
    public const double DetectLimitMs = 75;

    /// <summary>The part of the directions that must be right.</summary>
    public const double DirectionLimit = 0.999;

    private double _undetectSumMs;
    private int _undetects;

    /// <summary>The kind.</summary>
    public VehicleKind Kind => kind;

    /// <summary>The declared sensitivity of the loops: ΔL/L in ppm.</summary>
    public int SensitivityPpm => table.SensitivityPpm;

    /// <summary>The fastest drift: ΔL/L in ppm a minute.</summary>
    public int DriftPpmPerMinute => table.MaxDriftPpmPerMinute;

    /// <summary>Frequency of the empty loops in Hz.</summary>
    public int NominalHz => table.NominalHz;

    /// <summary>From here on everything is seen within 75 ms: ΔL/L in ppm.</summary>
    public int FastLimitPpm => settings.FastLimitPpm;

    /// <summary>Passages of vehicles at or above the declared sensitivity.</summary>
    public int Passages { get; private set; }

    /// <summary>Those that a loop did not see at all.</summary>
    public int Missed { get; private set; }

    /// <summary>Passages in which a loop, hold and all, was clear with the vehicle over it.</summary>
    public int FalseClears { get; private set; }

    /// <summary>Longest time from the fast limit to occupied, in milliseconds.</summary>
    public double DetectFastMaxMs { get; private set; }

    /// <summary>Longest time from the declared sensitivity to occupied, in milliseconds.</summary>
    public double DetectMaxMs { get; private set; }

    /// <summary>Longest time from the level of release to clear, in milliseconds.</summary>
    public double UndetectMaxMs { get; private set; }

    /// <summary>The same time in the mean, in milliseconds.</summary>
    public double UndetectMeanMs => _undetects == 0 ? 0 : _undetectSumMs / _undetects;

    /// <summary>Passages whose direction was judged right.</summary>
    public int RightDirections { get; private set; }

    /// <summary>Passages after which a loop stayed occupied until a person confirmed.</summary>
    public int Held { get; private set; }

    /// <summary>Pauses in which a loop became occupied with nothing on it.</summary>
    public int FalsePresences { get; private set; }

    /// <summary>Passages of vehicles below the declared sensitivity.</summary>
    public int Below { get; private set; }

    /// <summary>Those of them that both loops saw all the same.</summary>
    public int BelowSeen { get; private set; }

    /// <summary>Nothing missed, nothing falsely clear, in time, directions right.</summary>
    public bool IsGood => Missed == 0 && FalseClears == 0 && DetectFastMaxMs <= DetectLimitMs && RightDirections >= DirectionLimit * Passages;

    internal void Add(LoopPassage first, LoopPassage second, bool falsePresence, bool held)
    {
        FalsePresences += falsePresence ? 1 : 0;
        Held += held ? 1 : 0;
        bool seen = first.Detected && second.Detected;
        if (Math.Min(first.PeakPpm, second.PeakPpm) < SensitivityPpm)
        {
            Below++;
            BelowSeen += seen ? 1 : 0;
            return;
        }

        Passages++;
        Missed += seen ? 0 : 1;
        FalseClears += first.FalselyClear || second.FalselyClear ? 1 : 0;
        RightDirections += first.DetectedS < second.DetectedS ? 1 : 0;
        foreach (LoopPassage loop in new[] { first, second })
        {
            DetectFastMaxMs = Later(DetectFastMaxMs, loop.DetectedS - loop.FeltFastS);
            DetectMaxMs = Later(DetectMaxMs, loop.DetectedS - loop.FeltS);
            double undetectMs = (loop.ClearedS - loop.LeftS) * 1000;
            if (!double.IsNaN(undetectMs))
            {
                UndetectMaxMs = Math.Max(UndetectMaxMs, undetectMs);
                _undetectSumMs += undetectMs;
                _undetects++;
            }
        }
    }

    private static double Later(double mostMs, double seconds) => double.IsNaN(seconds) ? mostMs : Math.Max(mostMs, seconds * 1000);
}
