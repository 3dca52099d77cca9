namespace BarrierNode.Street;

/// <summary>What stands in the way of one barrier.</summary>
public enum Obstacle
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person on top: it does not rise further, and its drive strains; it goes down.</summary>
    Person,

    /// <summary>Ice or debris: it moves neither way, and its drive strains.</summary>
    Jam,
}
