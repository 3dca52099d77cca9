using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>An event as a scenario sees it.</summary>
/// <param name="Code">What happened.</param>
/// <param name="Lane">Id of the lane, or empty for the node.</param>
/// <param name="Fields">Its further fields; lists are joined by a comma.</param>
/// <param name="AtUs">When it was seen, in microseconds of the city.</param>
internal sealed record ToldEvent(EventCode Code, string Lane, IReadOnlyDictionary<string, string> Fields, long AtUs)
{
    public override string ToString()
    {
        IEnumerable<string> about = (Lane.Length > 0 ? [Lane] : Array.Empty<string>()).Concat(Fields.Select(f => $"{f.Key}: {f.Value}"));
        return $"{Names.Of(Code)}{(about.Any() ? $" ({string.Join(", ", about)})" : "")}";
    }
}
