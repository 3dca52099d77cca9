namespace BarrierNode.Sim;

/// <summary>The time of day that the hub tells the nodes.</summary>
internal sealed class HubClockTarget(SimHub hub) : FaultTarget(s_group, "hubClock", "time of day as the hub of the city tells it")
{
    private const double MinuteMs = 60_000;
    private const double DayMs = 24 * 60 * MinuteMs;

    private static readonly FaultGroup s_group = new(
        "time of day",
        [
            new(FaultKind.Off, "is told to nobody"),
            new(FaultKind.Wrong, "is so far ahead, in whole minutes", new(FaultUnit.Time, 60 * MinuteMs, MinuteMs, 30 * DayMs)),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Off)
        {
            hub.TellsTime = false;
        }
        else
        {
            hub.ClockOffsetMinutes = (int)(amount / MinuteMs);
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        hub.TellsTime = true;
        hub.ClockOffsetMinutes = 0;
    }
}
