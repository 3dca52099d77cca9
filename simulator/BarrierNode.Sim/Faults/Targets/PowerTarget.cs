using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The supply of the cabinet.</summary>
internal sealed class PowerTarget(SimNode node, StreetModel street) : FaultTarget(s_group, Name, "supply of the cabinet")
{
    /// <summary>Its name.</summary>
    public const string Name = "power";

    private const long MeanUs = 60_000_000;
    private const long BackAfterUs = 1_000_000;
    private const int MostBytes = 100;

    private static readonly FaultGroup s_group = new(
        "power",
        [
            new(FaultKind.Off, "is gone: the node stops, and starts anew afterwards"),
            new(FaultKind.Wrong, "goes in the middle of a write to the flash, one of the next, and is back a second later"),
            new(FaultKind.Intermittent, "is gone for this part of the time, about once a minute", Forms.Share(10)),
        ]);

    private Blink? _outages;
    private bool _cuts;
    private long? _backUs;

    /// <summary>It keeps the power from the cabinet.</summary>
    public bool Taken { get; private set; }

    /// <inheritdoc/>
    public override bool Ticks => _outages is not null || _cuts;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Off:
                Switch(true);
                break;
            case FaultKind.Wrong:
                _cuts = true;
                node.Flash.CutAfterBytes = random.Next(MostBytes);
                break;
            default:
                _outages = new Blink(amount, random, MeanUs);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        if (_outages is { } outages)
        {
            Switch(outages.Fails(nowUs));
        }

        SeeCut(nowUs);
        if (nowUs >= _backUs)
        {
            Switch(false);
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        SeeCut(0);
        if (_cuts)
        {
            node.Flash.CutAfterBytes = null;
        }

        _outages = null;
        _cuts = false;
        _backUs = null;
        Switch(false);
    }

    // The write in which it happens takes the power by itself.
    private void SeeCut(long nowUs)
    {
        if (_cuts && node.Flash.CutAfterBytes is null)
        {
            _cuts = false;
            Taken = !node.HasPower;
            _backUs = nowUs + BackAfterUs;
        }
    }

    // Somebody else may have switched the cabinet off; then it stays so. Without mains there is no power to give back.
    private void Switch(bool off)
    {
        if (off && (node.HasPower || !street.CabinetPower))
        {
            Taken = true;
            node.PowerOff();
        }
        else if (!off && Taken)
        {
            Taken = false;
            if (street.CabinetPower)
            {
                node.PowerOn();
            }
        }
    }
}
