namespace BarrierNode.Sim;

/// <summary>The supply of the cabinet.</summary>
internal sealed class PowerTarget(SimNode node) : FaultTarget(s_group, "power", "supply of the cabinet")
{
    private const long MeanUs = 60_000_000;

    private static readonly FaultGroup s_group = new(
        "power",
        [
            new(FaultKind.Off, "is gone: the node stops, and starts anew afterwards"),
            new(FaultKind.Intermittent, "is gone for this part of the time, about once a minute", Forms.Share(10)),
        ]);

    private Blink? _outages;
    private bool _taken;

    /// <inheritdoc/>
    public override bool Ticks => _outages is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Off)
        {
            Take();
        }
        else
        {
            _outages = new Blink(amount, random, MeanUs);
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        if (_outages!.Fails(nowUs))
        {
            Take();
        }
        else
        {
            GiveBack();
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _outages = null;
        GiveBack();
    }

    // Somebody else may have switched the cabinet off; then it stays so.
    private void Take()
    {
        if (node.HasPower)
        {
            _taken = true;
            node.PowerOff();
        }
    }

    private void GiveBack()
    {
        if (_taken && !node.HasPower)
        {
            node.PowerOn();
        }

        _taken = false;
    }
}
