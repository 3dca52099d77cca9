using System.Text.RegularExpressions;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Reads one scenario file.</summary>
internal sealed partial class ScenarioReader
{
    private const string CoversForm = "a list of hazards such as H5 and features such as F24";

    private readonly string _path;
    private readonly NamedSites _sites;
    private readonly string _boardsFolder;
    private readonly ProblemList _problems;
    private readonly Section _root;

    public ScenarioReader(string path, string text, string sitesFolder, string boardsFolder)
    {
        _path = path;
        _sites = new NamedSites(sitesFolder);
        _boardsFolder = boardsFolder;
        _problems = new ProblemList(path);
        _root = new Section(_problems, YamlTree.Read(path, _problems, text), "");
    }

    /// <exception cref="SiteFileException">There are problems.</exception>
    public (Scenario Scenario, SiteModel Site) Read()
    {
        string name = _root.Text("scenario", "a sentence that says what it shows") ?? "";
        string about = _root.OptionalText("about") ?? "";
        IReadOnlyList<string> covers = Covers();
        int seed = _root.OptionalInt("seed", 0, int.MaxValue) ?? 1;
        string siteName = SiteName();
        SiteModel model = SiteFile.Load(siteName, _boardsFolder);
        ScenarioSite site = new(_problems, model);
        FactReader facts = new(site);
        ScenarioGiven given = Given(site);
        List<ScenarioStep> steps = Steps(site, facts);
        Scenario scenario = new(name, _root.OptionalText("site") ?? "", steps)
        {
            File = _path,
            About = about,
            Covers = covers,
            Seed = seed,
            Given = given,
            Always = _root.Value("always") is { } always ? facts.Read(always) : [],
            Never = _root.Value("never") is { } never ? facts.ReadEach(never) : [],
        };
        _root.Done();
        _problems.ThrowIfAny();
        return (scenario, model);
    }

    // Without the site no name can be checked, so reading ends where it is wrong.
    private string SiteName()
    {
        string? text = _root.Text("site", $"{_sites.Form}, or the path of a site file");
        if (text is not null && text.EndsWith(ScenarioFile.Extension, StringComparison.Ordinal))
        {
            return Path.Combine(Path.GetDirectoryName(_path) ?? "", text);
        }

        if (text is null || !_sites.Names.Contains(text))
        {
            if (text is not null)
            {
                _problems.Add(_root.LineOf("site"), $"'site' is '{text}'", $"{SectionWords.Near(text, _sites.Names)}, or the path of a site file");
            }

            _problems.ThrowIfAny();
        }

        return _sites.PathOf(text!);
    }

    private IReadOnlyList<string> Covers()
    {
        List<string> covers = [];
        foreach (YamlItem item in _root.List("covers", CoversForm)?.Items ?? [])
        {
            if (item is YamlScalar s && CoversWord().IsMatch(s.Text))
            {
                covers.Add(s.Text);
            }
            else
            {
                _problems.Add(item.Line, $"'covers' has {Section.Kind(item)}", CoversForm);
            }
        }

        return covers;
    }

    private ScenarioGiven Given(ScenarioSite site)
    {
        if (_root.OptionalSub("given") is not { } section)
        {
            return new ScenarioGiven();
        }

        ScenarioGiven given = new()
        {
            Barriers = section.OptionalWord("barriers", ScenarioWords.Starts) ?? StreetStart.BarriersUp,
            SettleUs = section.Value("settle")?.Duration() ?? ScenarioGiven.UsualSettleUs,
            ClockMinutes = section.Value("clock")?.Clock(),
            Acting = Names(section, "acting", site.Contact),
            Faults = Names(section, "faults", site.Fault),
        };
        section.Done();
        return given;
    }

    private List<string> Names(Section section, string key, Func<ScenarioValue, string?> read)
    {
        List<string> names = [];
        if (section.Optional(key) is not null)
        {
            names.AddRange((section.List(key, "a list of names")?.Items ?? []).Select(i => read(new ScenarioValue(_problems, key, i))).OfType<string>());
        }

        return names;
    }

    private List<ScenarioStep> Steps(ScenarioSite site, FactReader facts)
    {
        List<ScenarioStep> steps = [];
        foreach (YamlItem item in _root.List("steps", "a list of steps")?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                steps.Add(new StepReader(site, facts).Read(new Section(_problems, map, "")));
            }
            else
            {
                _problems.Add(item.Line, $"this step is {Section.Kind(item)}", "a group of keys");
            }
        }

        if (steps.Count == 0)
        {
            _problems.Add(_root.LineOf("steps"), "'steps' has no step", "at least one");
        }

        return steps;
    }

    [GeneratedRegex("^[HF][1-9][0-9]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CoversWord();
}
