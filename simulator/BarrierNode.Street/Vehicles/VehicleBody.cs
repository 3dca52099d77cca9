using BarrierNode.Street.Loops;

namespace BarrierNode.Street;

/// <summary>A vehicle as detectors see it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="LengthM">Its length in metres.</param>
/// <param name="Parts">Its parts, from the front.</param>
/// <param name="AxlesM">Its axles, in metres behind the front.</param>
public sealed record VehicleBody(VehicleKind Kind, double LengthM, IReadOnlyList<BodyPart> Parts, IReadOnlyList<double> AxlesM)
{
    private const double CarBottomM = 0.2;
    private const double BonnetTopM = 0.95;
    private const double CarTopM = 1.45;
    private const double CabBottomM = 0.4;
    private const double TruckTopM = 2.8;

    // The underside of a bed without side guards: above the field of a loop.
    private const double BedBottomM = 0.85;
    private const double BedTopM = 1.35;
    private const double CabM = 2.2;

    // About what MetalPart.Plate gives for these heights, as plain numbers: an exponential may differ in its last bit from machine to machine.
    private const double CarFloorPpm = 20_000;
    private const double VanFloorPpm = 16_000;
    private const double TruckFloorPpm = 7000;
    private const double HighBedPpm = 1000;
    private const double DrawbarPpm = 200;
    private const double MotorcyclePpm = 1000;
    private const double BicyclePpm = 150;

    /// <summary>Its metal as a loop feels it, from the front.</summary>
    public IReadOnlyList<MetalPart> Metal { get; } = Kind switch
    {
        VehicleKind.Bicycle => [new(0, LengthM, BicyclePpm)],
        VehicleKind.Motorcycle => [new(0, LengthM, MotorcyclePpm)],
        VehicleKind.Van => [new(0, LengthM, VanFloorPpm)],
        VehicleKind.Truck => [new(0, LengthM, TruckFloorPpm)],
        VehicleKind.TruckTrailer => [new(0, 8, TruckFloorPpm), new(8, 10.5, DrawbarPpm), new(10.5, LengthM, TruckFloorPpm)],
        VehicleKind.HighBed => [new(0, CabM, TruckFloorPpm), new(CabM, LengthM - CabM, HighBedPpm), new(LengthM - CabM, LengthM, TruckFloorPpm)],
        _ => [new(0, LengthM, CarFloorPpm)],
    };

    /// <summary>A vehicle of a kind with its usual length.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static VehicleBody Of(VehicleKind kind) => kind switch
    {
        VehicleKind.Bicycle => new(kind, 1.8, [new(0, 1.8, 0.3, 0.8, false), new(0.5, 1.2, 0.8, 1.7, false)], [0.35, 1.45]),
        VehicleKind.Motorcycle => new(kind, 2.1, [new(0.1, 2, 0.15, 1.05, true), new(0.7, 1.6, 1.05, 1.7, false)], [0.35, 1.75]),
        VehicleKind.Car => Car(4.5),
        VehicleKind.Van => new(kind, 6, [new(0, 1, CarBottomM, 1.2, true), new(1, 6, CarBottomM, 2.3, true)], [1, 4.6]),
        VehicleKind.Truck => new(kind, 8, [new(0, 8, CabBottomM, TruckTopM, true)], [1.4, 5.8]),
        VehicleKind.TruckTrailer => new(
            kind, 16,
            [new(0, 8, CabBottomM, TruckTopM, true), new(8, 10.5, 0.4, 0.6, false), new(10.5, 16, CabBottomM, TruckTopM, true)],
            [1.4, 5.8, 12, 14.6]),
        VehicleKind.HighBed => new(
            kind, 10,
            [
                new(0, CabM, CabBottomM, TruckTopM, true), new(CabM, 10 - CabM, BedBottomM, BedTopM, false),
                new(10 - CabM, 10, CabBottomM, BedTopM, true),
            ],
            [1.4, 8.2, 9.4]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind of vehicle"),
    };

    /// <summary>A car of some length.</summary>
    /// <param name="lengthM">Its length in metres.</param>
    public static VehicleBody Car(double lengthM) => new(
        VehicleKind.Car,
        lengthM,
        [
            new(0, lengthM / 4, CarBottomM, BonnetTopM, true),
            new(lengthM / 4, lengthM * 0.9, CarBottomM, CarTopM, true),
            new(lengthM * 0.9, lengthM, CarBottomM, BonnetTopM, true),
        ],
        [lengthM * 0.2, lengthM * 0.8]);
}
