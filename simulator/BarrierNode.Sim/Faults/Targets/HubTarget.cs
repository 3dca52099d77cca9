namespace BarrierNode.Sim;

/// <summary>The hub of the city.</summary>
internal sealed class HubTarget(City city, Station station) : SwitchedTarget(s_group, "hub", "hub of the city", MeanUs, up => city.Hub.Up = up)
{
    private const long MeanUs = 60_000_000;
    private const int MostBytes = 2000;

    private static readonly FaultGroup s_group = new(
        "hub",
        [
            new(FaultKind.Off, "does not run"),
            new(FaultKind.Garbage, "sends the lanes of this node commands of random bytes, one every so often", Forms.Time(1000)),
            new(FaultKind.Intermittent, "does not run for this part of the time, about once a minute", Forms.Share(20)),
        ]);

    private Random? _nonsense;
    private long _periodUs;
    private long _nextUs;

    /// <inheritdoc/>
    public override bool Ticks => _nonsense is not null || base.Ticks;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Garbage)
        {
            _nonsense = random;
            _periodUs = Forms.Us(amount);
            _nextUs = 0;
        }
        else
        {
            base.Break(kind, amount, random);
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        base.Tick(nowUs);
        if (_nonsense is { } random && nowUs >= _nextUs)
        {
            _nextUs = nowUs + _periodUs;
            byte[] message = new byte[random.Next(MostBytes)];
            random.NextBytes(message);
            string lane = station.Site.Lanes[random.Next(station.Site.Lanes.Count)].Id;
            city.Broker.Publish(station.Topics.LaneCommand(lane), message);
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        base.Mend();
        _nonsense = null;
    }
}
