using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A sensor, switch, button or key with a contact at an input.</summary>
internal sealed class SensorTarget(StreetModel street, int pin, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new(
        "contact",
        [
            new(FaultKind.Off, "gives no signal: the input reads low"),
            new(FaultKind.Stuck, "stays as it is"),
            new(FaultKind.Garbage, "opens and closes at random, with a new draw every so often", Forms.Time(7)),
            new(FaultKind.Wrong, "tells the opposite"),
            new(FaultKind.Slow, "follows a change only when it has lasted so long", Forms.Time(500)),
            new(FaultKind.Delayed, "tells what was so long ago", Forms.Time(800)),
            new(FaultKind.Intermittent, "gives no signal for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) => street.SetSignalFault(pin, Forms.Signal(kind, amount, random));

    /// <inheritdoc/>
    public override void Mend() => street.SetSignalFault(pin, null);
}
