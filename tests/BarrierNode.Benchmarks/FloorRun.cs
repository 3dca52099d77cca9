using System.Runtime.CompilerServices;

namespace BarrierNode.Benchmarks;

/// <summary>
/// What no gate can be faster than: the same loop and the same two calls a scan, over the same recording, but without a rule. The requests
/// go out.
/// </summary>
internal sealed class FloorRun(ScanSequence scans) : ScanRun
{
    private int _pins;
    private long _nowUs;
    private long _image;
    private int _permitted;

    /// <inheritdoc />
    public override int Pass()
    {
        int sum = 0;
        for (int i = 0; i < ScanSequence.Length; i++)
        {
            Condition(scans.Pins[i], scans.ElapsedUs[i]);
            sum = ScanSequence.Add(sum, Scan(scans.Derived[i], scans.Requests[i], scans.Requests[i]));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Condition(int pins, long elapsedUs)
    {
        _pins = pins;
        _nowUs += elapsedUs;
        return pins;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Scan(long derived, int requests, int renewed)
    {
        _image = derived | (long)_pins;
        _permitted = requests & renewed;
        return _permitted;
    }
}
