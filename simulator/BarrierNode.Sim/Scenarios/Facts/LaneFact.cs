using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>What a lane is like, by one word: <c>position: down</c>. <see cref="LaneWords"/> has the keys and their words.</summary>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Key">What of it.</param>
/// <param name="Word">How it is.</param>
public sealed record LaneFact(string Lane, string Key, string Word) : ScenarioFact
{
    /// <inheritdoc/>
    public override string? LaneId => Lane;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs => [(Key, FlowText.Of(Word))];

    internal override bool Holds(ScenarioView view) => LaneWords.See(view, Lane, Key) == Word;

    internal override string Seen(ScenarioView view) => $"{Key}: {LaneWords.See(view, Lane, Key)}";

    internal static ScenarioFact? Read(Section section, string lane, LaneWord word)
    {
        string? text = section.OptionalWord(word.Key, [.. word.Words]);
        return text is null ? null : new LaneFact(lane, word.Key, text);
    }
}
