namespace BarrierNode.Sim;

/// <summary>What a vehicle can do in a scenario; several may be so at once.</summary>
public enum VehicleState
{
    /// <summary>It drives.</summary>
    Moving,

    /// <summary>It stands.</summary>
    Standing,

    /// <summary>It stands and waits for the lane to open.</summary>
    Waiting,

    /// <summary>All of it is in front of the barriers.</summary>
    Before,

    /// <summary>It stands or drives over the barriers.</summary>
    Over,

    /// <summary>All of it is behind the barriers, or it has left the street.</summary>
    Past,

    /// <summary>It has left the street.</summary>
    Gone,
}
