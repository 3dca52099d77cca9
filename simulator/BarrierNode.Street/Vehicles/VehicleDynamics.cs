namespace BarrierNode.Street;

/// <summary>What the engine and the brakes of a vehicle can do.</summary>
/// <param name="AccelerationMs2">The most by which it grows faster, in metres per second squared.</param>
/// <param name="BrakingMs2">The most by which it grows slower, on a dry road.</param>
/// <param name="TopSpeedMs">The fastest that it gets in a street, in metres a second.</param>
public readonly record struct VehicleDynamics(double AccelerationMs2, double BrakingMs2, double TopSpeedMs)
{
    /// <summary>The engine and brakes of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static VehicleDynamics Of(VehicleKind kind) => kind switch
    {
        VehicleKind.Bicycle => new(1, 3, 8),
        VehicleKind.Motorcycle => new(3.5, 4, 60),
        VehicleKind.Van => new(2, 4, 45),
        VehicleKind.Truck or VehicleKind.HighBed => new(1.2, 3.5, 25),
        VehicleKind.TruckTrailer => new(0.8, 3, 25),
        _ => new(2.5, 4, 60),
    };
}
