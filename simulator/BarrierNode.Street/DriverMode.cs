namespace BarrierNode.Street;

/// <summary>How a driver takes the lane.</summary>
internal enum DriverMode
{
    /// <summary>Waits at the stop line until the lane is open.</summary>
    Careful,

    /// <summary>Creeps past stop line and signal, yet brakes before a raised barrier.</summary>
    Impatient,

    /// <summary>Brakes for nothing but the car in front.</summary>
    Blind,

    /// <summary>Stands where it is.</summary>
    Standing,

    /// <summary>Drives back, out of the street.</summary>
    Backing,
}
