namespace BarrierNode.Street;

/// <summary>Where the barriers stand when the street begins.</summary>
public enum StreetStart
{
    /// <summary>All up: every lane is closed.</summary>
    BarriersUp,

    /// <summary>All down: every lane is open.</summary>
    BarriersDown,

    /// <summary>All between the ends, as a power cut in mid-stroke leaves them.</summary>
    BarriersHalfWay,
}
