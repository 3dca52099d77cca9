using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>One bollard, gate or arm.</summary>
internal sealed class BarrierTarget(StreetModel street, string lane, int barrier, string name, string what) : FaultTarget(s_group, name, what)
{
    private static readonly FaultGroup s_group = new("barrier", [new(FaultKind.Stuck, "is jammed by ice or debris: it moves neither way, and its drive strains")]);

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random) => street.Obstruct(lane, barrier, Obstacle.Jam);

    /// <inheritdoc/>
    public override void Mend() => street.Obstruct(lane, barrier, Obstacle.None);
}
