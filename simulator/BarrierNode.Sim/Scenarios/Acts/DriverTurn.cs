namespace BarrierNode.Sim;

/// <summary>What a driver in the street can be told to do.</summary>
public enum DriverTurn
{
    /// <summary>Stops where the vehicle is.</summary>
    Halt,

    /// <summary>Goes on past stop line and signal, yet brakes before a raised barrier.</summary>
    DriveOn,

    /// <summary>Goes on and brakes for nothing.</summary>
    Ram,

    /// <summary>Backs out of the street.</summary>
    BackOut,

    /// <summary>The vehicle is taken away.</summary>
    Remove,
}
