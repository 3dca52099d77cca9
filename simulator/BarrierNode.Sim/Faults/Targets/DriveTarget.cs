using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The contactor or valve of a drive.</summary>
internal sealed class DriveTarget(StreetModel street, int pin, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new(
        "drive",
        [
            new(FaultKind.Off, "does not pull in"),
            new(FaultKind.Stuck, "welds: from now when it is closed, or from the next time that it closes"),
            new(FaultKind.Garbage, "chatters: its coil is on and off at random, with a new draw every so often", Forms.Time(150)),
            new(FaultKind.Slow, "follows a change only when it has lasted so long", Forms.Time(300)),
            new(FaultKind.Delayed, "does so long afterwards what it should", Forms.Time(500)),
            new(FaultKind.Intermittent, "drops out for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Stuck)
        {
            street.WeldContactor(pin);
        }
        else
        {
            street.SetSignalFault(pin, Forms.Signal(kind, amount, random));
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        street.ReplaceContactor(pin);
        street.SetSignalFault(pin, null);
    }
}
