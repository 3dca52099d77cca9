namespace BarrierNode.Sim;

/// <summary>The chip of the node, with all that runs on it.</summary>
internal sealed class ChipTarget(SimNode node) : FaultTarget(s_group, "node", "chip of the node")
{
    private const long StallEveryUs = 1_000_000;
    private const long RestartMeanUs = 60_000_000;

    private static readonly FaultGroup s_group = new(
        "chip",
        [
            new(FaultKind.Stuck, "stands: no scan and no link, the outputs stay as they are"),
            new(FaultKind.Slow, "stands for so long at random, about once a second", Forms.Time(150, 10_000)),
            new(FaultKind.Intermittent, "starts anew at random, about once a minute"),
        ]);

    private Random? _random;
    private bool _restarts;
    private long _stallUs;
    private long? _nextUs;

    /// <inheritdoc/>
    public override bool Ticks => _random is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Stuck)
        {
            node.Stalled = true;
            return;
        }

        _random = random;
        _restarts = kind == FaultKind.Intermittent;
        _stallUs = Forms.Us(amount);
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        if (nowUs >= _nextUs && node.HasPower)
        {
            if (_restarts)
            {
                node.Restart();
            }
            else
            {
                node.Stall(_stallUs);
            }
        }

        if (_nextUs is null || nowUs >= _nextUs)
        {
            _nextUs = nowUs + 1 + (long)(2 * _random!.NextDouble() * (_restarts ? RestartMeanUs : StallEveryUs));
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        node.Stalled = false;
        _random = null;
        _nextUs = null;
    }
}
