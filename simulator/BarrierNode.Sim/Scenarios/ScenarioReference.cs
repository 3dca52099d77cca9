using System.Text;

namespace BarrierNode.Sim;

/// <summary>The tables of docs/scenarios.md, made from what the reader knows.</summary>
public static class ScenarioReference
{
    /// <summary>The keys of a step that say when, and what is expected.</summary>
    public static string Steps => Table(["key", "example", "meaning"], StepReader.Keys.Select(k => new[] { Code(k.Key), Code(k.Form), k.Meaning }));

    /// <summary>The keys of a step that do something.</summary>
    public static string Acts => Table(["key", "example", "meaning"], Verbs.All.Select(v => new[] { Code(v.Word), Code(v.Form), v.Meaning }));

    /// <summary>The keys of what can be seen.</summary>
    public static string Facts => Table(
        ["key", "value", "meaning"],
        [
            .. LaneWords.All.Select(w => new[] { Code(w.Key), string.Join(", ", w.Words.Select(Code)), w.Meaning }),
            .. NameLists.All.Select(l => new[] { Code(l.Key), "list of names", $"{l.Meaning}: all of these names are there; `[]`: none is there" }),
            ["`input`", Code("{ entryLoop: occupied }"), "Inputs as they count after debounce and hold: `on`, `occupied`, `pressed`, `acting`, or `off`, `clear`, `released`, `resting`"],
            ["`output`", Code("{ promenade.raise: off }"), "Outputs of the node: `on` or `off`"],
            ["`vehicle`", Code("{ car: waiting }"), $"What a vehicle does: {string.Join(", ", VehicleFact.Words.Select(w => Code(w.Word)))}"],
            .. CountFact.All.Select(c => new[] { Code(c.Key), "number", c.Meaning }),
            ["`conn`", string.Join(", ", ConnFact.Words.Select(Code)), "The connection of the node, as the hub knows it"],
            ["`program`", string.Join(", ", ProgramFact.Words.Select(Code)), "The program of the node runs, has refused to start, or has no power"],
            ["`answer`", string.Join(", ", ScenarioWords.Stages.Select(s => Code(s.Word))), "A stage that the latest command has reached; with `reason` and `blockedBy`, why it was refused or given up"],
            ["`event`", "code", "An event that the node has told since the last thing that the scenario did; with `with`, its fields (`18 ± 2` for a number), and `times`, how often exactly"],
            ["`stored`", "code", "The same of the events that the hub has stored"],
        ]);

    private static string Code(string text) => $"`{text}`";

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        StringBuilder text = new("\n");
        foreach (string[] row in new[] { head, [.. head.Select(_ => "---")] }.Concat(rows))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }
}
