using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Benchmarks;

/// <summary>The whole scan of the firmware over a recording: commands, detection, sequences, gate, flight recorder, and its reports read.</summary>
internal sealed class ControllerRun : ScanRun
{
    private readonly ScanSequence _scans;
    private readonly Controller _controller;
    private readonly StateFrame _start;

    /// <summary>Makes a run.</summary>
    /// <param name="recording">What the controller did.</param>
    public ControllerRun(StreetRecording recording)
    {
        _scans = recording.Gate.Scans;
        _controller = new Controller(recording.Table, 0);
        _start = new StateFrame(recording.ControllerStart);
        MustBe(_scans.Sum);
    }

    /// <inheritdoc />
    public override int Pass()
    {
        ScanSequence scans = _scans;
        _start.BeginLoad(0);
        _controller.Exchange(_start);
        int sum = 0;
        for (int i = 0; i < ScanSequence.Length; i++)
        {
            if (scans.Commands[i] != CommandOp.None)
            {
                _controller.Requests.Put(scans.CommandLanes[i], scans.Commands[i], i, 0);
            }

            long elapsedUs = scans.ElapsedUs[i];
            sum = ScanSequence.Add(sum, _controller.Scan(scans.Pins[i], elapsedUs));
            _controller.EndScan(0, elapsedUs);
            while (_controller.Reports.Take())
            {
                // What the link thread does; a full ring would make the reports of the next scans cheaper.
            }
        }

        return sum;
    }
}
