namespace BarrierNode.Street;

/// <summary>What stands in the way of one barrier.</summary>
public enum Obstacle
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person on top: it does not rise further, and its drive strains; it goes down.</summary>
    Person,

    /// <summary>Jammed: it moves neither way, and its drive strains.</summary>
    Jam,

    /// <summary>
    /// Frozen in: it does not move until the drive has built up the force that breaks the ice (<see cref="LaneConditions.IceShearPercent"/>); then
    /// nothing is in the way any more.
    /// </summary>
    Ice,

    /// <summary>Sand, gravel or leaves in the guide: it moves at half the speed, both ways.</summary>
    Debris,
}
