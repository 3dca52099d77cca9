namespace BarrierNode.Street.Loops;

/// <summary>A sine that shifts a loop: mains pick-up, the beat with a neighbour, the slow wave of a day. Its mean over any time is exact.</summary>
/// <param name="Ppm">Its height, ΔL/L in ppm.</param>
/// <param name="Hz">Its frequency.</param>
/// <param name="Turn">Where it begins, in turns.</param>
public readonly record struct LoopDisturbance(double Ppm, double Hz, double Turn = 0)
{
    // Far apart, two oscillators hardly pull each other.
    private const double PullsWithinHz = 1000;

    /// <summary>The beat with a neighbour.</summary>
    /// <param name="ownHz">Own frequency.</param>
    /// <param name="neighbourHz">Frequency of the neighbour.</param>
    /// <param name="couplingPpm">How much the two pull each other when they are close, ΔL/L in ppm.</param>
    public static LoopDisturbance Beat(double ownHz, double neighbourHz, double couplingPpm)
    {
        double apartHz = Math.Abs(ownHz - neighbourHz);
        return new(couplingPpm * Math.Min(1, PullsWithinHz / Math.Max(apartHz, 1)), apartHz);
    }

    /// <summary>A slow wave whose steepest slope is a drift.</summary>
    /// <param name="ppmPerMinute">The steepest slope, ΔL/L in ppm a minute.</param>
    /// <param name="periodS">Time of one wave, in seconds.</param>
    /// <param name="turn">Where it begins, in turns.</param>
    public static LoopDisturbance Drift(double ppmPerMinute, double periodS, double turn) =>
        new(ppmPerMinute / 60 * periodS / Math.Tau, 1 / periodS, turn);

    /// <summary>Mean ΔL/L in ppm between two times.</summary>
    /// <param name="fromS">From, in seconds.</param>
    /// <param name="toS">To, in seconds.</param>
    public double MeanPpm(double fromS, double toS)
    {
        double from = Math.Tau * (((Hz * fromS) + Turn) % 1);
        double angle = Math.Tau * Hz * (toS - fromS);
        return angle < 1e-3 ? Ppm * Math.Sin(from + (angle / 2)) : Ppm * (Math.Cos(from) - Math.Cos(from + angle)) / angle;
    }
}
