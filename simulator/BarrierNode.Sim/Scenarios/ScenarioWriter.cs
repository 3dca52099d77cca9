using System.Globalization;
using System.Text;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Writes a scenario as a file that <see cref="ScenarioFile"/> reads to the same scenario.</summary>
public static class ScenarioWriter
{
    /// <summary>The text of the file.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string Write(Scenario scenario)
    {
        StringBuilder text = new();
        Line(text, "scenario", FlowText.Of(scenario.Name));
        if (scenario.About.Length > 0)
        {
            Line(text, "about", FlowText.Of(scenario.About));
        }

        Line(text, "covers", FlowText.List(scenario.Covers));
        Line(text, "site", FlowText.Of(scenario.Site));
        Line(text, "seed", scenario.Seed.ToString(CultureInfo.InvariantCulture));
        Line(text, "given", Given(scenario.Given));
        if (scenario.Always.Count > 0)
        {
            Line(text, "always", Facts(scenario.Always));
        }

        if (scenario.Never.Count > 0)
        {
            Line(text, "never", $"[{string.Join(", ", scenario.Never.Select(Facts))}]");
        }

        text.Append("steps:\n");
        foreach (ScenarioStep step in scenario.Steps)
        {
            text.Append("  - ").AppendJoin("\n    ", Keys(step).Select(k => $"{k.Key}: {k.Value}")).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A step on one line, as people read it.</summary>
    /// <param name="step">The step.</param>
    public static string Line(ScenarioStep step) => string.Join(", ", Keys(step).Select(k => $"{k.Key}: {k.Value}"));

    private static void Line(StringBuilder text, string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

    private static string Given(ScenarioGiven given) => FlowText.Map(
        ("barriers", ScenarioWords.Of(given.Barriers)),
        ("settle", given.SettleUs == ScenarioGiven.UsualSettleUs ? null : DurationText.Write(given.SettleUs)),
        ("clock", given.ClockMinutes is { } minutes ? FlowText.Of(LocalTime.Write(minutes)) : null),
        ("acting", given.Acting.Count > 0 ? FlowText.List(given.Acting) : null),
        ("faults", given.Faults.Count > 0 ? FlowText.List(given.Faults) : null));

    private static IEnumerable<(string Key, string Value)> Keys(ScenarioStep step)
    {
        if (step.AtUs is { } atUs)
        {
            yield return ("at", DurationText.Write(atUs));
        }

        if (step.AfterUs > 0)
        {
            yield return ("after", DurationText.Write(step.AfterUs));
        }

        if (step.When.Count > 0)
        {
            yield return ("when", Facts(step.When));
            if (step.PatienceUs != ScenarioStep.UsualPatienceUs)
            {
                yield return ("patience", DurationText.Write(step.PatienceUs));
            }
        }

        if (step.Act is { } act)
        {
            yield return (act.Verb, act.Value);
        }

        if (step.Expect is { } expect)
        {
            if (expect.ThroughoutUs > 0)
            {
                yield return ("throughout", expect.ThroughoutUs == long.MaxValue ? "the scenario" : DurationText.Write(expect.ThroughoutUs));
            }
            else if (expect.WithinUs > 0)
            {
                yield return ("within", Within(expect));
            }

            yield return (expect.Never ? "never" : "expect", Facts(expect.Facts));
        }
    }

    private static string Within(ScenarioExpectation expect)
    {
        if (expect.NotBeforeUs == 0)
        {
            return DurationText.Write(expect.WithinUs);
        }

        long toleranceUs = (expect.WithinUs - expect.NotBeforeUs) / 2;
        return $"{DurationText.Write(expect.WithinUs - toleranceUs)} ± {DurationText.Write(toleranceUs)}";
    }

    // One key stands once in a group, so a fact that needs a key again begins a group of its own.
    private static string Facts(IReadOnlyList<ScenarioFact> facts)
    {
        List<List<ScenarioFact>> groups = [];
        foreach (ScenarioFact fact in facts)
        {
            List<ScenarioFact>? room = groups.Find(g => Fits(g, fact));
            if (room is null)
            {
                groups.Add([fact]);
            }
            else
            {
                room.Add(fact);
            }
        }

        string[] written = [.. groups.Select(Group)];
        return written.Length == 1 ? written[0] : $"[{string.Join(", ", written)}]";
    }

    private static bool Fits(List<ScenarioFact> group, ScenarioFact fact) =>
        !fact.Pairs.Any(p => group.SelectMany(f => f.Pairs).Any(q => q.Key == p.Key))
        && group.All(f => f.LaneId == fact.LaneId || (f.LaneId is null && f is not EventFact) || (fact.LaneId is null && fact is not EventFact));

    private static string Group(List<ScenarioFact> facts)
    {
        string? lane = facts.Select(f => f.LaneId).FirstOrDefault(l => l is not null);
        IEnumerable<(string Key, string? Value)> pairs = facts.SelectMany(f => f.Pairs).Select(p => (p.Key, (string?)p.Value));
        return FlowText.Map([("lane", lane is null ? null : FlowText.Of(lane)), .. pairs]);
    }
}
