namespace BarrierNode.Street.Loops;

/// <summary>What one loop felt and told while one vehicle passed. Times in seconds, not a number for what did not happen.</summary>
public sealed class LoopPassage
{
    /// <summary>The gate holds a loop that has cleared for this long at least (<c>holdMs</c>).</summary>
    public const double HoldS = 1;

    // So long the slowest window may take to see what has come.
    private const double SlowestDetectS = 0.35;

    private double _heldUntilS = double.NegativeInfinity;
    private double _standsSinceS = double.NaN;

    /// <summary>The most that the loop felt: ΔL/L in ppm.</summary>
    public double PeakPpm { get; private set; }

    /// <summary>When it first felt the declared sensitivity.</summary>
    public double FeltS { get; private set; } = double.NaN;

    /// <summary>When it first felt what must be seen at once.</summary>
    public double FeltFastS { get; private set; } = double.NaN;

    /// <summary>When it last felt the vehicle above the level of release.</summary>
    public double LeftS { get; private set; } = double.NaN;

    /// <summary>When it first said occupied.</summary>
    public double DetectedS { get; private set; } = double.NaN;

    /// <summary>When it last became clear.</summary>
    public double ClearedS { get; private set; } = double.NaN;

    /// <summary>It was clear, and the hold over, while it felt the declared sensitivity.</summary>
    public bool FalselyClear { get; private set; }

    /// <summary>It said occupied.</summary>
    public bool Detected => !double.IsNaN(DetectedS);

    /// <summary>Takes in what the loop feels.</summary>
    internal void Feel(double ppm, double atS, MeasuredLoop loop)
    {
        PeakPpm = Math.Max(PeakPpm, ppm);
        bool stands = ppm >= loop.SensitivityPpm;
        _standsSinceS = !stands ? double.NaN : double.IsNaN(_standsSinceS) ? atS : _standsSinceS;
        if (stands && double.IsNaN(FeltS))
        {
            FeltS = atS;
        }

        if (double.IsNaN(FeltFastS) && ppm >= Math.Max(loop.SensitivityPpm, loop.Detector.Settings.FastLimitPpm))
        {
            FeltFastS = atS;
        }

        if (ppm >= loop.Detector.Settings.ReleasePpm)
        {
            LeftS = atS;
        }
    }

    /// <summary>Takes in what the loop tells.</summary>
    internal void Sense(bool occupied, double atS)
    {
        if (PeakPpm <= 0)
        {
            return;
        }

        if (occupied)
        {
            DetectedS = Detected ? DetectedS : atS;
            ClearedS = double.NaN;
            _heldUntilS = atS + HoldS;
        }
        else if (Detected)
        {
            ClearedS = double.IsNaN(ClearedS) ? atS : ClearedS;
            FalselyClear |= atS > _heldUntilS && atS - _standsSinceS > SlowestDetectS;
        }
    }
}
