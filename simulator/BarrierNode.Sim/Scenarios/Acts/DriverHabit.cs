namespace BarrierNode.Sim;

/// <summary>How somebody drives who comes into a lane.</summary>
public enum DriverHabit
{
    /// <summary>Waits at the stop line until the lane is open.</summary>
    Careful,

    /// <summary>Creeps past stop line and signal, yet brakes before a raised barrier.</summary>
    Creeps,

    /// <summary>Brakes for nothing but the vehicle in front.</summary>
    Rams,

    /// <summary>Comes from the far end, against the direction of the lane.</summary>
    WrongWay,
}
