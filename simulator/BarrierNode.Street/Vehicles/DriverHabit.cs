namespace BarrierNode.Street;

/// <summary>What a driver does beside driving. Distances, times and speeds of each driver are drawn from the seed of the street.</summary>
public enum DriverHabit
{
    /// <summary>Waits at the stop line, passes when the lane is open.</summary>
    Ordinary,

    /// <summary>Waits behind the stop line: creeps 1 to 6 m over it, yet stops 1 m before a raised barrier.</summary>
    Creeps,

    /// <summary>Follows the vehicle in front at 1 to 2 m, past line and signal, while the barriers still look down.</summary>
    Tailgates,

    /// <summary>Drives over the line when the lane opens, or waits 3 to 8 s before a closed one; then backs out.</summary>
    Reverses,

    /// <summary>A hostile vehicle: accelerates to 40 to 80 km/h, as fast as its kind allows, and brakes for nothing.</summary>
    Rams,

    /// <summary>The engine dies with the vehicle over loops or barriers; it starts again after 10 to 60 s.</summary>
    Stalls,
}
