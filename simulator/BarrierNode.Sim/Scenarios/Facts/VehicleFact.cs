namespace BarrierNode.Sim;

/// <summary>What a vehicle does: <c>vehicle: { car: waiting }</c>.</summary>
/// <param name="Name">What the scenario calls it.</param>
/// <param name="Is">What it does.</param>
public sealed record VehicleFact(string Name, VehicleState Is) : ScenarioFact
{
    /// <summary>The words of what it can do.</summary>
    internal static IReadOnlyList<(string Word, VehicleState Value)> Words { get; } =
        [.. Enum.GetValues<VehicleState>().Select(s => (s.ToString().ToLowerInvariant(), s))];

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [("vehicle", FlowText.Map((Name, Is.ToString().ToLowerInvariant())))];

    internal override bool Holds(ScenarioView view) => view.VehicleIs(Name, Is);

    internal override string Seen(ScenarioView view) =>
        $"{Name}: {string.Join(", ", Words.Where(w => view.VehicleIs(Name, w.Value)).Select(w => w.Word))}";
}
