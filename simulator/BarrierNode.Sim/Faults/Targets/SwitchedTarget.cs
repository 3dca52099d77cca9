namespace BarrierNode.Sim;

/// <summary>A part of the city that runs or does not.</summary>
/// <param name="group">How it fails: off, and off by turns.</param>
/// <param name="name">Its name.</param>
/// <param name="what">What it is.</param>
/// <param name="meanUs">Mean time from one failure to the next, in microseconds.</param>
/// <param name="run">Starts (true) or stops it.</param>
internal abstract class SwitchedTarget(FaultGroup group, string name, string what, long meanUs, Action<bool> run) : FaultTarget(group, name, what)
{
    private Blink? _failures;
    private bool _off;

    /// <inheritdoc/>
    public override bool Ticks => _failures is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Off)
        {
            Switch(true);
        }
        else if (kind == FaultKind.Intermittent)
        {
            _failures = new Blink(amount, random, meanUs);
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        if (_failures is { } failures)
        {
            Switch(failures.Fails(nowUs));
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _failures = null;
        Switch(false);
    }

    private void Switch(bool off)
    {
        if (off != _off)
        {
            _off = off;
            run(!off);
        }
    }
}
