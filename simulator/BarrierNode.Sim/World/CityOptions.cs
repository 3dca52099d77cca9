using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>What a city begins with.</summary>
/// <param name="Seed">Seed of all chance in it: the same seed gives the same city, message by message.</param>
/// <param name="Start">Where the barriers stand.</param>
/// <param name="ClockMinutes">Local time when it begins, in minutes since 2024-01-01 00:00; a Monday at 08:00 if not given.</param>
public sealed record CityOptions(int Seed = 1, StreetStart Start = StreetStart.BarriersUp, int ClockMinutes = 480);
