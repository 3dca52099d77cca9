namespace BarrierNode.Site;

/// <summary>When a lane opens and closes by itself.</summary>
/// <param name="Openings">The opening times of a week; none of them overlap.</param>
/// <param name="Closures">The events during which it is kept closed; none of them overlap.</param>
public sealed record CalendarModel(IReadOnlyList<OpeningModel> Openings, IReadOnlyList<ClosureModel> Closures)
{
    /// <summary>A lane without a calendar.</summary>
    public static CalendarModel Empty { get; } = new([], []);
}

/// <summary>An opening time of a week.</summary>
/// <param name="Days">Mask of the days on which it begins, bit 0 for Monday.</param>
/// <param name="FromMinute">Minute of the day at which it begins, 0 to 1439.</param>
/// <param name="ToMinute">Minute of the day at which it ends, 1 to 1440; below the beginning, it ends on the next day.</param>
public sealed record OpeningModel(int Days, int FromMinute, int ToMinute);

/// <summary>An event during which the lane is kept closed.</summary>
/// <param name="Name">What is on.</param>
/// <param name="FromMinutes">When it begins, in minutes of local time since 2024-01-01 00:00.</param>
/// <param name="ToMinutes">When it ends, likewise.</param>
public sealed record ClosureModel(string Name, int FromMinutes, int ToMinutes);
