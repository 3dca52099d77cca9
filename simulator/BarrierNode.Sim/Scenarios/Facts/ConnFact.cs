namespace BarrierNode.Sim;

/// <summary>The state of the node's connection, as the hub knows it: <c>conn: ready</c>.</summary>
/// <param name="Word">One of <see cref="Words"/>.</param>
public sealed record ConnFact(string Word) : ScenarioFact
{
    /// <summary>What it can be.</summary>
    internal static IReadOnlyList<string> Words { get; } = ["ready", "alert", "lost", "unknown"];

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [("conn", Word)];

    internal override bool Holds(ScenarioView view) => view.Conn == Word;

    internal override string Seen(ScenarioView view) => $"conn: {view.Conn}";
}
