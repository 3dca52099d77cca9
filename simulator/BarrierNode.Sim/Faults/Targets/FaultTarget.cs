namespace BarrierNode.Sim;

/// <summary>The part of a station that a fault acts on: it breaks, and is as good as new afterwards.</summary>
internal abstract class FaultTarget(FaultGroup group, string name, string what)
{
    /// <summary>How others see it.</summary>
    public FaultPoint Point { get; } = new(name, what, [.. group.Forms.Select(f => f.Kind)]) { Group = group };

    /// <summary>While it is broken it wants to know every millisecond that passes.</summary>
    public virtual bool Ticks => false;

    /// <summary>Breaks it. It is whole before.</summary>
    /// <param name="kind">One of its kinds.</param>
    /// <param name="amount">How much, in the unit of the kind; 0 where it has none.</param>
    /// <param name="random">Chance of this point alone.</param>
    public abstract void Break(FaultKind kind, double amount, Random random);

    /// <summary>Mends it.</summary>
    public abstract void Mend();

    /// <summary>A millisecond has passed.</summary>
    /// <param name="nowUs">Virtual time in microseconds.</param>
    public virtual void Tick(long nowUs)
    {
    }
}
