namespace BarrierNode.Sim;

/// <summary>What holds a lane, by names: <c>raiseBlockedBy: [entryLoop]</c>. All of the names are there; none of them: the list is empty.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Key">Which list: see <see cref="NameLists"/>.</param>
/// <param name="Names">The names.</param>
public sealed record NameListFact(string Lane, string Key, IReadOnlyList<string> Names) : ScenarioFact
{
    /// <inheritdoc/>
    public override string? LaneId => Lane;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [(Key, FlowText.List(Names))];

    internal override bool Holds(ScenarioView view) =>
        view.State(Lane) is { } state && NameLists.See(view, state, Key) is var seen && (Names.Count == 0 ? seen.Count == 0 : Names.All(seen.Contains));

    internal override string Seen(ScenarioView view) =>
        $"{Key}: {(view.State(Lane) is { } state ? FlowText.List(NameLists.See(view, state, Key)) : LaneWords.Nothing)}";
}
