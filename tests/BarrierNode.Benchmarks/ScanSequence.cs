using BarrierNode.Control;

namespace BarrierNode.Benchmarks;

/// <summary>
/// Scans that were recorded from a plant that moves, to be measured again and again: what goes into each one, and what must come out. Sets are
/// masks.
/// </summary>
internal sealed class ScanSequence
{
    /// <summary>Number of scans.</summary>
    public const int Length = 4096;

    /// <summary>Least share of scans with motion, in percent: a gate that refuses everything would be measured for nothing.</summary>
    public const int LeastMotionPercent = 20;

    /// <summary>By scan: the pin levels.</summary>
    public int[] Pins { get; } = new int[Length];

    /// <summary>By scan: the time since the scan before, in microseconds.</summary>
    public long[] ElapsedUs { get; } = new long[Length];

    /// <summary>By scan: the derived conditions.</summary>
    public long[] Derived { get; } = new long[Length];

    /// <summary>By scan: the outputs that are asked for.</summary>
    public int[] Requests { get; } = new int[Length];

    /// <summary>By scan: a command that comes in, or none.</summary>
    public CommandOp[] Commands { get; } = new CommandOp[Length];

    /// <summary>By scan: the lane of the command.</summary>
    public int[] CommandLanes { get; } = new int[Length];

    /// <summary>By scan: the outputs that were permitted.</summary>
    public int[] Permitted { get; } = new int[Length];

    /// <summary>A sum over all permitted outputs and their order, to compare a run with the recording.</summary>
    public int Sum
    {
        get
        {
            int sum = 0;
            foreach (int permitted in Permitted)
            {
                sum = Add(sum, permitted);
            }

            return sum;
        }
    }

    /// <summary>The sum with one more scan.</summary>
    public static int Add(int sum, int permitted) => (sum * 31) + permitted;

    /// <summary>Makes sure that the recording is worth being measured.</summary>
    /// <param name="motionOutputs">The outputs that move steel.</param>
    /// <exception cref="InvalidOperationException">Steel moved too seldom.</exception>
    public void MustMove(int motionOutputs)
    {
        int percent = Permitted.Count(p => (p & motionOutputs) != 0) * 100 / Length;
        if (percent < LeastMotionPercent)
        {
            throw new InvalidOperationException($"Steel moved in {percent} % of the scans only, expected {LeastMotionPercent} %.");
        }
    }
}
