namespace BarrierNode.Sim;

/// <summary>What the program of the node does: <c>program: refused</c>.</summary>
/// <param name="Word">One of <see cref="Words"/>.</param>
public sealed record ProgramFact(string Word) : ScenarioFact
{
    private const string Off = "off";
    private const string Refused = "refused";
    private const string Runs = "runs";

    /// <summary>What it can do.</summary>
    internal static IReadOnlyList<string> Words { get; } = [Runs, Refused, Off];

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [("program", Word)];

    internal override bool Holds(ScenarioView view) => Of(view.Station.Node) == Word;

    internal override string Seen(ScenarioView view) => $"program: {Of(view.Station.Node)}";

    private static string Of(SimNode node)
    {
        if (!node.HasPower)
        {
            return Off;
        }

        return node.StartProblem is null ? Runs : Refused;
    }
}
