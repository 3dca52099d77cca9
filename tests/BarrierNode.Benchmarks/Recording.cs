using BarrierNode.Interlock;

namespace BarrierNode.Benchmarks;

/// <summary>A gate's recording: its table, the state in which it began, and the scans.</summary>
/// <param name="Table">The table.</param>
/// <param name="Start">The state of the gate, <see cref="Gate.StateWords"/> words.</param>
/// <param name="Scans">The scans.</param>
internal sealed record Recording(GateTable Table, long[] Start, ScanSequence Scans)
{
    /// <summary>The state of a gate as words.</summary>
    public static long[] StateOf(Gate gate)
    {
        var words = new long[Gate.StateWords];
        gate.Exchange(new StateFrame(words));
        return words;
    }
}
