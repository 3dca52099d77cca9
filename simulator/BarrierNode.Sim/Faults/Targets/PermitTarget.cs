using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The permission chain: the timers and relay that supply the drives while the node pulses them.</summary>
internal sealed class PermitTarget(StreetModel street) : FaultTarget(s_group, "permit", "permission chain of the drives")
{
    private static readonly FaultGroup s_group = new(
        "permission chain",
        [
            new(FaultKind.Off, "does not pull in: no drive has power"),
            new(FaultKind.Stuck, "does not drop out any more: its relay is welded from the next time that it is closed"),
            new(FaultKind.Slow, "pulls in and drops out only so long afterwards", Forms.Time(500)),
            new(FaultKind.Intermittent, "drops out for this part of the time, about once a second", Forms.Share()),
        ]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) =>
        street.PermissionFault = kind == FaultKind.Stuck ? new StickingSignal() : Forms.Signal(kind, amount, random);

    /// <inheritdoc/>
    public override void Mend() => street.PermissionFault = null;
}
