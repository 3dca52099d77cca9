using System.Text.RegularExpressions;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Reads one exercise.</summary>
internal sealed partial class ExerciseReader
{
    private const string IdForm = "1 to 32 of a-z, 0-9 and hyphen";
    private const int MostPoints = 1000;

    private readonly string _path;
    private readonly NamedSites _sites;
    private readonly string _boardsFolder;
    private readonly ProblemList _problems;
    private readonly Section _root;
    private readonly List<string> _incidents = [];
    private readonly List<string> _judged = [];

    public ExerciseReader(string path, string sitesFolder, string boardsFolder)
    {
        _path = path;
        _sites = new NamedSites(sitesFolder);
        _boardsFolder = boardsFolder;
        _problems = new ProblemList(path);
        _root = new Section(_problems, YamlTree.Read(path, _problems, TextFile.Text(path, TextFile.Bytes(path))), "");
    }

    /// <exception cref="SiteFileException">There are problems.</exception>
    public (Exercise Exercise, SiteModel Site) Read()
    {
        string id = Id(_root, "exercise");
        string siteName = SiteName();
        SiteModel model = SiteFile.Load(_sites.PathOf(siteName), _boardsFolder);
        ScenarioSite site = new(_problems, model);
        FactReader facts = new(site);
        Exercise exercise = new(id, siteName, Time(_root, "lasts", required: true) ?? 0)
        {
            File = _path,
            Seed = _root.OptionalInt("seed", 0, 999_999_999) ?? 1,
            Barriers = _root.OptionalWord("barriers", ScenarioWords.Starts) ?? StreetStart.BarriersUp,
            Roles = Roles(),
            PassPercent = _root.OptionalInt("passPercent", 1, 100) ?? 70,
            Incidents = Each("incidents", s => Incident(s, site, facts)),
            Goals = Each("goals", s => Goal(s, facts)),
            Mistakes = _root.Has("mistakes") ? Each("mistakes", s => Mistake(s, facts)) : [],
        };
        _root.Optional("mistakes");
        _root.Done();
        _problems.ThrowIfAny();
        return (exercise, model);
    }

    // Without the site no name can be checked, so what is wrong with it is told alone.
    private string SiteName()
    {
        string? text = _root.Text("site", _sites.Form);
        if (text is not null && !_sites.Names.Contains(text))
        {
            _problems.Add(_root.LineOf("site"), $"'site' is '{text}'", SectionWords.Near(text, _sites.Names));
        }

        _problems.ThrowIfAny();
        return text!;
    }

    private List<ExerciseRole> Roles()
    {
        List<ExerciseRole> roles = [];
        foreach (YamlItem item in _root.List("roles", $"a list of {string.Join(", ", ExerciseRoles.Words.Select(w => w.Word))}")?.Items ?? [])
        {
            string text = (item as YamlScalar)?.Text ?? Section.Kind(item);
            if (SectionWords.Find(_problems, item.Line, "roles", text, ExerciseRoles.Words) is { } role)
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    private List<T> Each<T>(string key, Func<Section, T?> read)
        where T : class
    {
        List<T> found = [];
        foreach (YamlItem item in _root.List(key, "a list")?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                Section section = new(_problems, map, "");
                if (read(section) is { } one)
                {
                    found.Add(one);
                }

                section.Done();
            }
            else
            {
                _problems.Add(item.Line, $"'{key}' has {Section.Kind(item)}", "a group of keys");
            }
        }

        return found;
    }

    private ExerciseIncident? Incident(Section section, ScenarioSite site, FactReader facts)
    {
        string id = section.Has("id") ? Id(section, "id") : section.OptionalText("id") ?? "";
        Once(section, id, _incidents);
        Verb[] verbs = [.. Verbs.All.Where(v => section.Optional(v.Word) is not null)];
        if (verbs.Length > 1)
        {
            _problems.Add(section.Line, $"this incident has {string.Join(", ", verbs.Select(v => v.Word))}", "one of them; make it several incidents");
        }

        if (verbs.Length == 0 && id.Length == 0)
        {
            _problems.Add(section.Line, "this incident does nothing and has no 'id'", "one of them: who hears of it, or what happens");
        }

        return new ExerciseIncident(id)
        {
            AtUs = Time(section, "at") ?? 0,
            When = Facts(section, "when", facts),
            DelayUs = Time(section, "delay") ?? 0,
            Act = verbs.Select(v => v.Read(site, section.Value(v.Word)!)).FirstOrDefault(),
        };
    }

    private ExerciseGoal? Goal(Section section, FactReader facts)
    {
        string id = Id(section, "id");
        Once(section, id, _judged);
        return new ExerciseGoal(id, section.Int("points", 1, MostPoints) ?? 0, Required(section, "expect", facts))
        {
            After = IncidentOf(section, "after"),
            WithinUs = Time(section, "within"),
        };
    }

    private ExerciseMistake? Mistake(Section section, FactReader facts)
    {
        string id = Id(section, "id");
        Once(section, id, _judged);
        return new ExerciseMistake(id, section.Int("minus", 1, MostPoints) ?? 0, Required(section, "is", facts))
        {
            After = IncidentOf(section, "after"),
            Until = IncidentOf(section, "until"),
        };
    }

    private string Id(Section section, string key)
    {
        string? text = section.Text(key, IdForm);
        if (text is not null && !IdWord().IsMatch(text))
        {
            _problems.Add(section.LineOf(key), $"'{key}' is '{text}'", IdForm);
        }

        return text ?? "";
    }

    private void Once(Section section, string id, List<string> known)
    {
        if (id.Length > 0 && known.Contains(id))
        {
            _problems.Add(section.LineOf("id"), $"the id '{id}' is here a second time", "an id of its own");
        }

        known.Add(id);
    }

    private string? IncidentOf(Section section, string key) =>
        section.Value(key)?.OneOf([.. _incidents.Where(i => i.Length > 0)]);

    private List<ScenarioFact> Required(Section section, string key, FactReader facts)
    {
        section.Required(key, "what is to be seen");
        return Facts(section, key, facts);
    }

    private List<ScenarioFact> Facts(Section section, string key, FactReader facts) => section.Value(key) is { } value ? facts.Read(value) : [];

    private long? Time(Section section, string key, bool required = false)
    {
        if (required)
        {
            section.Required(key, DurationText.Form);
        }

        return section.Value(key)?.Duration();
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdWord();
}
