using BarrierNode.Control;

namespace BarrierNode.Street.Loops;

/// <summary>What became of a vehicle that stood on a loop.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Hours">How long it stood.</param>
/// <param name="SignalPpm">What it makes itself: ΔL/L in ppm.</param>
/// <param name="LowestPpm">The least that the loop measured in that time, weather and all.</param>
/// <param name="HighestPpm">The most.</param>
/// <param name="FalseClears">How often the loop said clear.</param>
/// <param name="State">What it said in the end.</param>
public sealed record StandingResult(
    VehicleKind Kind, double Hours, double SignalPpm, int LowestPpm, int HighestPpm, int FalseClears, LoopState State);
