using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>One bollard, gate or arm.</summary>
internal sealed class BarrierTarget(StreetModel street, string lane, int barrier, string name, string what) : FaultTarget(s_group, name, what)
{
    private const long MeanUs = 10_000_000;

    private static readonly FaultGroup s_group = new(
        "barrier",
        [
            new(FaultKind.Stuck, "is jammed: it moves neither way, and its drive strains"),
            new(FaultKind.Slow, "drags through debris at half its speed"),
            new(FaultKind.Intermittent, "jams for this part of the time, about every ten seconds", Forms.Share(20)),
        ]);

    private Blink? _jams;
    private bool _jammed;

    /// <inheritdoc/>
    public override bool Ticks => _jams is not null;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        if (kind == FaultKind.Intermittent)
        {
            _jams = new Blink(amount, random, MeanUs);
        }
        else
        {
            street.Obstruct(lane, barrier, kind == FaultKind.Stuck ? Obstacle.Jam : Obstacle.Debris);
        }
    }

    /// <inheritdoc/>
    public override void Tick(long nowUs)
    {
        bool jams = _jams!.Fails(nowUs);
        if (jams != _jammed)
        {
            _jammed = jams;
            street.Obstruct(lane, barrier, jams ? Obstacle.Jam : Obstacle.None);
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        _jams = null;
        _jammed = false;
        street.Obstruct(lane, barrier, Obstacle.None);
    }
}
