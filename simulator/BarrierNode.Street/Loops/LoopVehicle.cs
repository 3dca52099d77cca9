namespace BarrierNode.Street.Loops;

/// <summary>A vehicle as loops feel it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="LengthM">Its length in metres.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="TopSpeedMs">How fast such a vehicle drives over loops, in metres a second.</param>
public sealed record LoopVehicle(VehicleKind Kind, double LengthM, IReadOnlyList<MetalPart> Parts, double TopSpeedMs)
{
    /// <summary>Draws one vehicle of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="random">The source of chance.</param>
    public static LoopVehicle Draw(VehicleKind kind, Random random)
    {
        return kind switch
        {
            VehicleKind.Bicycle => Of(7, new MetalPart(0, 1.8, Between(100, 200))),
            VehicleKind.Motorcycle => Of(14, new MetalPart(0, 2.1, Between(500, 1500))),
            VehicleKind.Car => Car(Between(3.6, 5), Between(0.14, 0.3)),
            VehicleKind.Van => Car(Between(5, 7), Between(0.25, 0.5)),
            VehicleKind.Truck => Of(10, MetalPart.Plate(0, Between(7, 10), Between(0.5, 0.7))),
            VehicleKind.TruckTrailer => Of(8, [.. WithTrailer()]),
            VehicleKind.HighBed => Of(10, [.. HighBed(Between(7, 10))]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind of vehicle"),
        };

        double Between(double least, double most) => least + ((most - least) * random.NextDouble());

        LoopVehicle Of(double topSpeedMs, params MetalPart[] parts) => new(kind, parts.Max(p => p.ToM), parts, topSpeedMs);

        LoopVehicle Car(double lengthM, double heightM) =>
            Of(14, MetalPart.Plate(0.1, 1.2, heightM * 0.9), MetalPart.Plate(1.2, lengthM - 0.6, heightM), MetalPart.Plate(lengthM - 0.6, lengthM, 0.5));

        // Cab and axles are low; between them is a bed at 1.1 to 1.3 m.
        IEnumerable<MetalPart> HighBed(double lengthM)
        {
            yield return MetalPart.Plate(0, 2.2, Between(0.5, 0.7));
            yield return MetalPart.Plate(2.2, lengthM - 2.2, Between(1.1, 1.3));
            yield return MetalPart.Plate(lengthM - 2.2, lengthM, Between(0.6, 0.8));
        }

        IEnumerable<MetalPart> WithTrailer()
        {
            double truckM = Between(7, 9);
            double barM = Between(1.2, 1.8);
            double trailerM = Between(5, 8);
            double startM = truckM + barM;
            return
            [
                .. HighBed(truckM),
                new(truckM, startM, Between(100, 300)),
                MetalPart.Plate(startM, startM + 1.5, Between(0.6, 0.8)),
                MetalPart.Plate(startM + 1.5, startM + trailerM - 1.5, Between(1.1, 1.3)),
                MetalPart.Plate(startM + trailerM - 1.5, startM + trailerM, Between(0.6, 0.8)),
            ];
        }
    }
}
