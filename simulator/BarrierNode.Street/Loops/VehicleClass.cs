namespace BarrierNode.Street.Loops;

/// <summary>What drives over a loop.</summary>
public enum VehicleClass
{
    /// <summary>A bicycle: ΔL/L of 0.01 to 0.02 %, below what many loops can see.</summary>
    Bicycle,

    /// <summary>A motorcycle: 0.05 % and more.</summary>
    Motorcycle,

    /// <summary>A car.</summary>
    Car,

    /// <summary>A van.</summary>
    Van,

    /// <summary>A truck with a high bed: its axles are well seen, what is between them hardly.</summary>
    HighBedTruck,

    /// <summary>A high-bed truck with a trailer: between them is only the drawbar.</summary>
    TruckWithTrailer,
}
