using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The wire at a pin.</summary>
internal sealed class WireTarget(StreetModel street, int pin, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new(
        "wire",
        [
            new(FaultKind.Off, "is cut"),
            new(FaultKind.Stuck, "is shorted to 3.3 V"),
            new(FaultKind.Intermittent, "is loose, and cut for this part of the time, about once a second", Forms.Share()),
        ]);

    private Blink? _loose;
    private bool _open;

    /// <inheritdoc/>
    public override bool Ticks => _loose is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Off:
                street.CutWire(pin);
                break;
            case FaultKind.Stuck:
                street.ShortWire(pin);
                break;
            default:
                _loose = new Blink(amount, random);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        bool open = _loose!.Fails(nowUs);
        if (open == _open)
        {
            return;
        }

        _open = open;
        if (open)
        {
            street.CutWire(pin);
        }
        else
        {
            street.MendWire(pin);
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _loose = null;
        _open = false;
        street.MendWire(pin);
    }
}
