namespace BarrierNode.Street;

/// <summary>A driver as drawn: what the habit means in metres and seconds.</summary>
/// <param name="Habit">The habit.</param>
/// <param name="GapM">Distance kept to a standing vehicle, in metres.</param>
/// <param name="HeadwayS">Time kept to the vehicle in front.</param>
/// <param name="PlaceM">How far past the stop line it happens: where it creeps to, turns back, or stalls.</param>
/// <param name="PauseUs">How long it waits or stands, in microseconds.</param>
/// <param name="RamMs">Speed of a ram, in metres a second.</param>
internal sealed record DriverTraits(DriverHabit Habit, double GapM, double HeadwayS, double PlaceM, int PauseUs, double RamMs)
{
    private const double UsualGapM = 2;
    private const double UsualHeadwayS = 1;

    /// <summary>A driver without a habit.</summary>
    public static DriverTraits Usual { get; } = new(DriverHabit.Ordinary, UsualGapM, UsualHeadwayS, 0, 0, 0);

    /// <summary>Draws a driver.</summary>
    /// <param name="habit">The habit.</param>
    /// <param name="lineToBarrierM">From the stop line to the barriers, in metres.</param>
    /// <param name="random">The source of chance.</param>
    public static DriverTraits Draw(DriverHabit habit, double lineToBarrierM, Random random)
    {
        double chance = random.NextDouble();
        double other = random.NextDouble();
        return habit switch
        {
            DriverHabit.Creeps => Usual with { Habit = habit, PlaceM = 1 + (5 * chance) },
            DriverHabit.Tailgates => Usual with { Habit = habit, GapM = 1 + chance, HeadwayS = 0.2 },
            DriverHabit.Reverses => Usual with { Habit = habit, PlaceM = lineToBarrierM * chance, PauseUs = 3_000_000 + (int)(5_000_000 * other) },
            DriverHabit.Rams => Usual with { Habit = habit, RamMs = (40 + (40 * chance)) / 3.6 },
            DriverHabit.Stalls => Usual with
            {
                Habit = habit, PlaceM = lineToBarrierM + ((chance - 0.5) * lineToBarrierM), PauseUs = 10_000_000 + (int)(50_000_000 * other),
            },
            _ => Usual,
        };
    }
}
