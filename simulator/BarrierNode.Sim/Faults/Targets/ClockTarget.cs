namespace BarrierNode.Sim;

/// <summary>The clock of the chip, by which the node measures every time.</summary>
internal sealed class ClockTarget(SimClock clock) : FaultTarget(s_group, "clock", "clock of the chip")
{
    private const int PpmPerPercent = 10_000;
    private const long JumpEveryUs = 100_000;

    private static readonly FaultGroup s_group = new(
        "clock",
        [
            new(FaultKind.Stuck, "stands; the scans come nevertheless"),
            new(FaultKind.Garbage, "jumps ahead at random ten times a second, up to so far each time", Forms.Time(20, 10_000)),
            new(FaultKind.Wrong, "jumps ahead once", Forms.Time(1000)),
            new(FaultKind.Slow, "loses so much, and the scans come by it", new(FaultUnit.Percent, 5, 0.01, 90)),
            new(FaultKind.Intermittent, "stands for this part of the time, about once a second", Forms.Share()),
        ]);

    private Blink? _stops;
    private Random? _jumps;
    private long _mostUs;
    private long _nextUs;

    /// <inheritdoc/>
    public override bool Ticks => _stops is not null || _jumps is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Stuck:
                clock.Stopped = true;
                break;
            case FaultKind.Garbage:
                _jumps = random;
                _mostUs = Forms.Us(amount);
                _nextUs = 0;
                break;
            case FaultKind.Wrong:
                clock.Jump(Forms.Us(amount));
                break;
            case FaultKind.Slow:
                clock.Ppm = -(int)(amount * PpmPerPercent);
                break;
            default:
                _stops = new Blink(amount, random);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        if (_stops is { } stops)
        {
            clock.Stopped = stops.Fails(nowUs);
        }
        else if (nowUs >= _nextUs)
        {
            _nextUs = nowUs + JumpEveryUs;
            clock.Jump((long)(_mostUs * _jumps!.NextDouble()));
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _stops = null;
        _jumps = null;
        clock.Stopped = false;
        clock.Ppm = 0;
    }
}
