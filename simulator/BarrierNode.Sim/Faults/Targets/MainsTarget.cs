using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The branch of the mains that feeds the drives; the cabinet has its own.</summary>
internal sealed class MainsTarget(StreetModel street) : FaultTarget(s_group, "supply", "mains of the drives")
{
    private const long MeanUs = 10_000_000;

    private static readonly FaultGroup s_group = new(
        "mains",
        [
            new(FaultKind.Off, "is gone: no drive has power"),
            new(FaultKind.Intermittent, "is gone for this part of the time, about every ten seconds", Forms.Share(20)),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) => street.MainsFault = kind == FaultKind.Off
        ? new ConstantSignal(false)
        : new IntermittentSignal(new Blink(amount, random, MeanUs));

    /// <inheritdoc/>
    public override void Mend() => street.MainsFault = null;
}
