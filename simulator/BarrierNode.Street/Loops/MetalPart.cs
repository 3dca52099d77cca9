namespace BarrierNode.Street.Loops;

/// <summary>A part of a vehicle as a loop feels it.</summary>
/// <param name="FromM">Where it begins, in metres behind the front of the vehicle.</param>
/// <param name="ToM">Where it ends.</param>
/// <param name="Ppm">The most ΔL/L that it makes, in ppm.</param>
public readonly record struct MetalPart(double FromM, double ToM, double Ppm)
{
    // A floor pan that lies on the road, and how fast its effect fades with the height: loops of about 2 m x 2 m.
    private const double OnTheRoadPpm = 50_000;
    private const double FadePerM = 3.2;

    /// <summary>A flat part, such as a floor pan.</summary>
    /// <param name="fromM">Where it begins, in metres behind the front of the vehicle.</param>
    /// <param name="toM">Where it ends.</param>
    /// <param name="heightM">Its height over the road in metres.</param>
    public static MetalPart Plate(double fromM, double toM, double heightM) =>
        new(fromM, toM, OnTheRoadPpm * Math.Exp(-FadePerM * heightM));
}
