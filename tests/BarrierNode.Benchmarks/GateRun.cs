using BarrierNode.Interlock;

namespace BarrierNode.Benchmarks;

/// <summary>The gate over a recording: both halves of every scan.</summary>
internal sealed class GateRun : ScanRun
{
    private readonly ScanSequence _scans;
    private readonly Gate _gate;
    private readonly StateFrame _start;

    /// <summary>Makes a run.</summary>
    /// <param name="recording">What the gate did.</param>
    public GateRun(Recording recording)
    {
        _scans = recording.Scans;
        _gate = new Gate(recording.Table, 0);
        _start = new StateFrame(recording.Start);
        MustBe(_scans.Sum);
    }

    /// <inheritdoc />
    public override int Pass()
    {
        ScanSequence scans = _scans;
        _start.BeginLoad(0);
        _gate.Exchange(_start);
        int sum = 0;
        for (int i = 0; i < ScanSequence.Length; i++)
        {
            _gate.Condition(scans.Pins[i], scans.ElapsedUs[i]);
            sum = ScanSequence.Add(sum, _gate.Scan(scans.Derived[i], scans.Requests[i], scans.Requests[i]));
        }

        return sum;
    }
}
