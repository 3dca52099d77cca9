namespace BarrierNode.Street;

/// <summary>What drives in the street.</summary>
public enum VehicleKind
{
    /// <summary>A bicycle with its rider: too little metal for a loop at its usual sensitivity.</summary>
    Bicycle,

    /// <summary>A motorcycle with its rider.</summary>
    Motorcycle,

    /// <summary>A car.</summary>
    Car,

    /// <summary>A van.</summary>
    Van,

    /// <summary>A truck with low side guards.</summary>
    Truck,

    /// <summary>A truck with a trailer: between them is only the drawbar.</summary>
    TruckTrailer,

    /// <summary>A truck with a high bed: loops see its cab and its rear axles, and lose what is between.</summary>
    HighBed,
}
