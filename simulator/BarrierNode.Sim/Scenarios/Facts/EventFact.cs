using System.Globalization;
using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>
/// An event since the last thing that the scenario did: <c>event: tripped, with: { trip: emergencyStop }</c>; or one that the hub has stored:
/// <c>stored: tripped</c>.
/// </summary>
/// <param name="Code">What happened.</param>
/// <param name="With">Its further fields, by their names in docs/protocol.md.</param>
public sealed record EventFact(EventCode Code, IReadOnlyList<FieldWanted> With) : ScenarioFact
{
    /// <summary>The hub has stored it; otherwise the node has told it.</summary>
    public bool Stored { get; init; }

    /// <summary>So often exactly; null: at least once.</summary>
    public int? Times { get; init; }

    /// <summary>Id of its lane, or null for any.</summary>
    public string? Lane { get; init; }

    /// <inheritdoc/>
    public override string? LaneId => Lane;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs
    {
        get
        {
            yield return (Stored ? "stored" : "event", Names.Of(Code));
            if (With.Count > 0)
            {
                yield return ("with", FlowText.Map(With.Select(w => (w.Name, (string?)FlowText.Of(w.Text)))));
            }

            if (Times is { } times)
            {
                yield return ("times", times.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    internal override bool Holds(ScenarioView view)
    {
        int count = Events(view).Count(IsMeant);
        return Times is { } times ? count == times : count > 0;
    }

    internal override string Seen(ScenarioView view)
    {
        string[] same = [.. Events(view).Where(e => e.Code == Code).Select(e => e.ToString())];
        return same.Length > 0 ? string.Join("; ", same) : $"no event {Names.Of(Code)}";
    }

    private IEnumerable<ToldEvent> Events(ScenarioView view) => Stored ? view.Stored : view.Told;

    private bool IsMeant(ToldEvent told) =>
        told.Code == Code && (Lane is null || told.Lane.Length == 0 || told.Lane == Lane)
        && With.All(w => told.Fields.TryGetValue(w.Name, out string? value) && w.IsMet(value));
}
