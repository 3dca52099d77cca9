using System.Text.RegularExpressions;
using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>
/// Reads what is to be seen: a group of keys, a sentence such as <c>entryLoop is occupied</c>, or a list of both.
/// </summary>
internal sealed partial class FactReader(ScenarioSite site)
{
    private const string Expected = "a group of keys such as { position: down }, or a sentence such as promenade is down";

    private static readonly string[] On = ["on", "occupied", "pressed", "acting"];
    private static readonly string[] Off = ["off", "clear", "released", "resting"];

    /// <summary>Reads the facts of a key; empty after a problem.</summary>
    public List<ScenarioFact> Read(ScenarioValue value)
    {
        switch (value.Item)
        {
            case YamlMap map:
                return Group(new Section(value.Problems, map, value.Key));
            case YamlList { Items.Count: > 0 } list:
                return [.. list.Items.SelectMany(i => i is YamlList
                    ? Wrong(value, i)
                    : Read(new ScenarioValue(value.Problems, value.Key, i)))];
            case YamlScalar { Text.Length: > 0 } sentence:
                return Sentence(value, sentence.Text) is { } fact ? [fact] : [];
            default:
                return Wrong(value, value.Item);
        }
    }

    /// <summary>Reads the facts of a key, those of each item of a list by themselves.</summary>
    public List<IReadOnlyList<ScenarioFact>> ReadEach(ScenarioValue value) => value.Item is YamlList list
        ? [.. list.Items.Select(i => Read(new ScenarioValue(value.Problems, value.Key, i)))]
        : [Read(value)];

    private static List<ScenarioFact> Wrong(ScenarioValue value, YamlItem item)
    {
        value.Problems.Add(item.Line, $"'{value.Key}' is {Section.Kind(item)}", Expected);
        return [];
    }

    private List<ScenarioFact> Group(Section section)
    {
        List<ScenarioFact?> facts = [];
        LaneFacts(section, facts);
        Points(section, "input", site.Table.InputNames, facts);
        Points(section, "output", site.Table.OutputNames, facts);
        foreach ((string name, YamlScalar word) in Named(section, "vehicle", site.Vehicles))
        {
            VehicleState? state = SectionWords.Find(site.Problems, word.Line, $"vehicle.{name}", word.Text, VehicleFact.Words);
            facts.Add(state is { } s ? new VehicleFact(name, s) : null);
        }

        foreach (string key in CountFact.All.Select(c => c.Key).Where(section.Has))
        {
            facts.Add(section.OptionalInt(key, 0, 1_000_000) is { } count ? new CountFact(key, count) : null);
        }

        if (section.OptionalWord("conn", [.. ConnFact.Words]) is { } conn)
        {
            facts.Add(new ConnFact(conn));
        }

        if (section.OptionalWord("program", [.. ProgramFact.Words]) is { } program)
        {
            facts.Add(new ProgramFact(program));
        }

        Answer(section, facts);
        Event(section, "event", stored: false, facts);
        Event(section, "stored", stored: true, facts);
        int line = section.Line;
        int before = facts.Count;
        foreach (string key in Known)
        {
            section.Optional(key);
        }

        section.Done();
        if (before == 0)
        {
            site.Problems.Add(line, "nothing is said that could be seen", $"one of {string.Join(", ", Known)}");
        }

        return [.. facts.OfType<ScenarioFact>()];
    }

    /// <summary>Every key of a fact.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "lane", .. LaneWords.All.Select(w => w.Key), .. NameLists.All.Select(l => l.Key), "input", "output", "vehicle",
        .. CountFact.All.Select(c => c.Key), "conn", "program", "answer", "reason", "blockedBy", "event", "stored", "with", "times",
    ];

    private void LaneFacts(Section section, List<ScenarioFact?> facts)
    {
        LaneWord[] words = [.. LaneWords.All.Where(w => section.Has(w.Key))];
        string[] lists = [.. NameLists.All.Select(l => l.Key).Where(section.Has)];
        if (words.Length + lists.Length == 0)
        {
            return;
        }

        string lane = site.Lane(section, "lane") ?? "";
        facts.AddRange(words.Select(w => LaneFact.Read(section, lane, w)));
        foreach (string key in lists)
        {
            facts.Add(NameList(section, key, NameLists.Possible(site.Table, key)) is { } names ? new NameListFact(lane, key, names) : null);
        }
    }

    private void Points(Section section, string key, IReadOnlyList<string> names, List<ScenarioFact?> facts)
    {
        foreach ((string name, YamlScalar word) in Named(section, key, names))
        {
            bool on = On.Contains(word.Text);
            if (!on && !Off.Contains(word.Text))
            {
                site.Problems.Add(word.Line, $"'{key}.{name}' is '{word.Text}'", $"one of {string.Join(", ", On)}, {string.Join(", ", Off)}");
            }

            facts.Add(new PointFact(key == "output", name, on));
        }
    }

    // The entries of a group whose keys are names.
    private IEnumerable<(string Name, YamlScalar Word)> Named(Section section, string key, IReadOnlyList<string> names)
    {
        foreach (YamlEntry entry in section.OptionalSub(key)?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar word)
            {
                site.Problems.Add(entry.Line, $"'{key}.{entry.Key}' is {Section.Kind(entry.Value)}", "a word");
            }
            else if (site.Known(entry.Line, key, entry.Key, names) is { } name)
            {
                yield return (name, word);
            }
        }
    }

    private void Answer(Section section, List<ScenarioFact?> facts)
    {
        if (!section.Has("answer"))
        {
            return;
        }

        AckStage? stage = section.Word("answer", ScenarioWords.Stages);
        RefusalReason? reason = section.OptionalWord("reason", ScenarioWords.Reasons);
        IReadOnlyList<string> names = section.Has("blockedBy")
            ? NameList(section, "blockedBy", [.. NameLists.Possible(site.Table, "raiseBlockedBy"), .. NameLists.Possible(site.Table, "trips"), .. NameLists.Holds]) ?? []
            : [];
        facts.Add(stage is { } s ? new AnswerFact(s, reason ?? RefusalReason.None, names) : null);
    }

    private void Event(Section section, string key, bool stored, List<ScenarioFact?> facts)
    {
        if (!section.Has(key))
        {
            return;
        }

        EventCode? code = section.Word(key, ScenarioWords.Events);
        List<FieldWanted> with = [];
        foreach (YamlEntry entry in section.OptionalSub("with")?.Entries ?? [])
        {
            if (entry.Value is YamlScalar { Text.Length: > 0 } value)
            {
                with.Add(new FieldWanted(entry.Key, value.Text));
            }
            else
            {
                site.Problems.Add(entry.Line, $"'with.{entry.Key}' is {Section.Kind(entry.Value)}", "a text or a number");
            }
        }

        string? lane = section.Has("lane") ? site.Lane(section, "lane") : null;
        int? times = section.OptionalInt("times", 0, 100_000);
        facts.Add(code is { } c ? new EventFact(c, with) { Stored = stored, Times = times, Lane = lane } : null);
    }

    private List<string>? NameList(Section section, string key, IReadOnlyList<string> possible)
    {
        if (section.List(key, $"a list of names, [] for none") is not { } list)
        {
            return null;
        }

        List<string> names = [];
        foreach (YamlItem item in list.Items)
        {
            if (item is YamlScalar { Text.Length: > 0 } name)
            {
                names.Add(site.Known(item.Line, section.Full(key), name.Text, possible) ?? "");
            }
            else
            {
                site.Problems.Add(item.Line, $"'{section.Full(key)}' has {Section.Kind(item)}", "a name");
            }
        }

        return names;
    }

    private ScenarioFact? Sentence(ScenarioValue value, string text)
    {
        Match match = SentenceForm().Match(text);
        if (!match.Success)
        {
            value.Wrong($"'{text}'", Expected);
            return null;
        }

        string name = match.Groups[1].Value;
        string word = match.Groups[2].Value;
        if (site.Lanes.Contains(name))
        {
            LaneWord position = LaneWords.All[0];
            return site.Known(value.Line, name, word, position.Words) is { } p ? new LaneFact(name, position.Key, p) : null;
        }

        if (site.Vehicles.Contains(name))
        {
            return SectionWords.Find(site.Problems, value.Line, name, word, VehicleFact.Words) is { } state ? new VehicleFact(name, state) : null;
        }

        bool isOutput = site.Table.OutputNames.Contains(name);
        if (!isOutput && !site.Table.InputNames.Contains(name))
        {
            site.Known(value.Line, value.Key, name, [.. site.Lanes, .. site.Vehicles, .. site.Table.InputNames, .. site.Table.OutputNames]);
            return null;
        }

        return site.Known(value.Line, name, word, [.. On, .. Off]) is { } level ? new PointFact(isOutput, name, On.Contains(level)) : null;
    }

    [GeneratedRegex(@"^(\S+) is (\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceForm();
}
