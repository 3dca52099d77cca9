using System.Globalization;

namespace BarrierNode.Sim;

/// <summary>How often something has happened in the street since the first step: <c>strikes: 0</c>.</summary>
/// <param name="Key">What: see <see cref="All"/>.</param>
/// <param name="Count">How often.</param>
public sealed record CountFact(string Key, int Count) : ScenarioFact
{
    /// <summary>The key of the laws.</summary>
    internal const string LawsBroken = "lawsBroken";

    /// <summary>The keys, with what they mean.</summary>
    internal static IReadOnlyList<(string Key, string Meaning, Func<ScenarioView, int> See)> All { get; } =
    [
        ("strikes", "How often barriers were driven up against a vehicle", v => v.Street.Strikes),
        ("collisions", "How often a vehicle drove into a barrier", v => v.Street.Collisions),
        ("peopleHurt", "How often a barrier pushed up under a person, or a vehicle ran over one", v => v.PeopleHurt),
        ("records", "How many flight records the hub has; all of them replay bit for bit, else it is -1, which is never expected", v => v.Records),
        (LawsBroken, "How many laws of random lives are broken, see docs/fuzzing.md: 0, or 1 for the first", v => v.LawsBroken),
        ("drivesOn", "How many drives are energised now", v => v.DrivesOn),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [(Key, Count.ToString(CultureInfo.InvariantCulture))];

    internal override bool Holds(ScenarioView view) => See(view) == Count;

    internal override string Seen(ScenarioView view) =>
        Key == LawsBroken && view.BrokenLaw is { } law ? law : string.Create(CultureInfo.InvariantCulture, $"{Key}: {See(view)}");

    private int See(ScenarioView view) => All.First(c => c.Key == Key).See(view);
}
