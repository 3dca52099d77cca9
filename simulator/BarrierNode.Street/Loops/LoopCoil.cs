namespace BarrierNode.Street.Loops;

/// <summary>A loop in the road, and what a vehicle over it does to its inductance.</summary>
/// <param name="FromM">Its first edge along the road, in metres.</param>
/// <param name="ToM">Its other edge.</param>
public sealed record LoopCoil(double FromM, double ToM)
{
    // The field reaches a little over the edges.
    private const double ReachM = 0.3;

    /// <summary>ΔL/L in ppm that a vehicle makes: its parts add up, each with the share of it, or of the loop, that is covered.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="frontM">Where its front is, in metres.</param>
    /// <param name="backwards">It drives towards smaller metres.</param>
    public double SignalPpm(LoopVehicle vehicle, double frontM, bool backwards)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        return SignalPpm(vehicle.Parts, frontM, backwards);
    }

    /// <summary>ΔL/L in ppm that the parts of a vehicle make. Allocates nothing.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="frontM">Where its front is, in metres.</param>
    /// <param name="backwards">It drives towards smaller metres.</param>
    public double SignalPpm(IReadOnlyList<MetalPart> parts, double frontM, bool backwards)
    {
        ArgumentNullException.ThrowIfNull(parts);
        double from = FromM - ReachM;
        double to = ToM + ReachM;
        double sum = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            MetalPart part = parts[i];
            double partFrom = backwards ? frontM + part.FromM : frontM - part.ToM;
            double partTo = backwards ? frontM + part.ToM : frontM - part.FromM;
            double over = Math.Min(to, partTo) - Math.Max(from, partFrom);
            sum += over > 0 ? part.Ppm * over / Math.Min(to - from, partTo - partFrom) : 0;
        }

        return sum;
    }
}
