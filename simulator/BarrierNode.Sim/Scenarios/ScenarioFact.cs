namespace BarrierNode.Sim;

/// <summary>Something that can be seen at a site, and what a scenario says about it.</summary>
public abstract record ScenarioFact
{
    /// <summary>Id of the lane that it is about, or null.</summary>
    public virtual string? LaneId => null;

    /// <summary>Its keys and values as they stand in a file, without the lane: <c>position: down</c>.</summary>
    public abstract IEnumerable<(string Key, string Value)> Pairs { get; }

    /// <summary>As people read it.</summary>
    public sealed override string ToString() =>
        string.Join(", ", (LaneId is null ? [] : new[] { ("lane", LaneId) }).Concat(Pairs).Select(p => $"{p.Item1}: {p.Item2}"));

    /// <summary>It is so now.</summary>
    internal abstract bool Holds(ScenarioView view);

    /// <summary>What is to be seen instead, for people.</summary>
    internal abstract string Seen(ScenarioView view);
}
