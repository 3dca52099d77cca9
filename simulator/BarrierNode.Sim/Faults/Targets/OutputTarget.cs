using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>What an output switches and no drive is: a lamp, a sounder, a relay.</summary>
internal sealed class OutputTarget(StreetModel street, int pin, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new(
        "lamp, sounder or relay",
        [
            new(FaultKind.Off, "stays off"),
            new(FaultKind.Stuck, "does not go off any more: from now when it is on, or from the next time that it is"),
            new(FaultKind.Garbage, "goes on and off at random, with a new draw every so often", Forms.Time(50)),
            new(FaultKind.Wrong, "is on when it should be off, and off when it should be on"),
            new(FaultKind.Slow, "follows a change only when it has lasted so long", Forms.Time(500)),
            new(FaultKind.Delayed, "does so long afterwards what it should", Forms.Time(800)),
            new(FaultKind.Intermittent, "stays off for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) =>
        street.SetSignalFault(pin, kind == FaultKind.Stuck ? new StickingSignal() : Forms.Signal(kind, amount, random));

    /// <inheritdoc/>
    public override void Mend() => street.SetSignalFault(pin, null);
}
