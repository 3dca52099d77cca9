using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The names of the site of a scenario, and of the vehicles that it has brought so far: what is not known is a problem with the list of what is.</summary>
internal sealed class ScenarioSite(ProblemList problems, SiteModel site)
{
    private readonly List<string> _vehicles = [];
    private readonly List<string> _people = [];

    // A city knows what can fail in it; few scenarios need to know.
    private readonly Lazy<IReadOnlyList<FaultPoint>> _points = new(() => new City([site], new CityOptions()).Stations[0].Faults.Points);

    public SiteTable Table { get; } = SiteCompiler.Compile(site);

    public ProblemList Problems => problems;

    public IReadOnlyList<string> Lanes => [.. site.Lanes.Select(l => l.Id)];

    public IReadOnlyList<string> Vehicles => _vehicles;

    /// <summary>A lane under a key; the only one of the site where the key is left out.</summary>
    public string? Lane(Section section, string key)
    {
        string expected = $"one of {string.Join(", ", Lanes)}";
        string? text = site.Lanes.Count == 1 ? section.OptionalText(key, expected) ?? Lanes[0] : section.Text(key, expected);
        return text is null ? null : Known(section.LineOf(key), section.Full(key), text, Lanes);
    }

    /// <summary>A detector of a lane under a key.</summary>
    public string? DetectorOf(Section section, string key, string? lane) => PlaceOf(section, key, lane, []);

    /// <summary>A detector of a lane under a key, or its barriers.</summary>
    public string? PlaceOf(Section section, string key, string? lane) => PlaceOf(section, key, lane, [ParkAct.Barriers]);

    /// <summary>A loop that the node measures, under a key.</summary>
    public string? MeasuredLoop(Section section, string key)
    {
        string[] loops = [.. site.Lanes.SelectMany(l => l.Loops).Where(l => l.Frequency is not null).Select(l => l.Name).Distinct()];
        return section.Text(key, $"one of {string.Join(", ", loops)}") is { } text ? Known(section.LineOf(key), section.Full(key), text, loops) : null;
    }

    /// <summary>Number of an input under a key, 0 where it is wrong.</summary>
    public int InputNumber(Section section, string key) =>
        section.Text(key, $"one of {string.Join(", ", Table.InputNames)}") is { } text
            && Known(section.LineOf(key), section.Full(key), text, Table.InputNames) is { } name
            ? Array.IndexOf(Table.InputNames, name)
            : 0;

    /// <summary>How many barriers a lane has.</summary>
    public int BarriersOf(string? lane) => site.Lanes.FirstOrDefault(l => l.Id == lane)?.Barriers ?? 1;

    /// <summary>A button, key or sensor that a person can make act.</summary>
    public string? Contact(ScenarioValue value) => value.OneOf(Contacts);

    /// <summary>A vehicle that the scenario has brought.</summary>
    public string? Vehicle(ScenarioValue value) => value.OneOf(_vehicles);

    /// <summary>Something that can fail, or everything.</summary>
    public string? FaultPoint(ScenarioValue value) => value.OneOf([MendAct.Everything, .. _points.Value.Select(p => p.Name)]);

    /// <summary>A fault in its text form.</summary>
    public string? Fault(ScenarioValue value)
    {
        if (value.Text("what is broken and how, such as entryLoop stuck") is not { } text)
        {
            return null;
        }

        try
        {
            FaultText.Parse(text, _points.Value);
            return text;
        }
        catch (FaultException wrong)
        {
            return value.Wrong($"'{text}'", $"a fault that is to be had: {wrong.Message.TrimEnd('.')}");
        }
    }

    /// <summary>A person whom the scenario has brought.</summary>
    public string? Person(ScenarioValue value) => value.OneOf(_people);

    /// <summary>A person gets a name.</summary>
    public void NewPerson(Section section, string name)
    {
        if (_people.Contains(name))
        {
            problems.Add(section.LineOf("as"), $"a second person is called '{name}'", "a name of its own under 'as'");
        }
        else
        {
            _people.Add(name);
        }
    }

    /// <summary>A vehicle gets a name.</summary>
    public void NewVehicle(Section section, string name)
    {
        if (_vehicles.Contains(name))
        {
            problems.Add(section.LineOf("as"), $"a second vehicle is called '{name}'", "a name of its own under 'as'");
        }
        else if (name.Length > 0)
        {
            _vehicles.Add(name);
        }
    }

    /// <summary>The site must have counting lines.</summary>
    public void NeedsCounters(Section section)
    {
        if (!site.Inputs.Any(i => i.Role == InputRole.CountIn) || !site.Inputs.Any(i => i.Role == InputRole.CountOut))
        {
            problems.Add(section.Line, $"the site {site.Site} counts no people", "a site with inputs count-in and count-out");
        }
    }

    /// <summary>A name of a list; null and a problem when it is none.</summary>
    public string? Known(int line, string what, string text, IReadOnlyList<string> names)
    {
        if (names.Contains(text))
        {
            return text;
        }

        problems.Add(line, $"'{what}' is '{text}'", SectionWords.Near(text, names));
        return null;
    }

    private IReadOnlyList<string> Contacts =>
    [
        SiteNames.EmergencyStop,
        .. site.ResetButton is null ? Array.Empty<string>() : [SiteNames.Reset],
        .. StreetContacts.Of(site).Select(i => i.Name),
    ];

    private string? PlaceOf(Section section, string key, string? lane, string[] more)
    {
        string[] places = [.. site.Lanes.Where(l => l.Id == lane).SelectMany(l => l.Loops).Select(l => l.Name), .. more];
        return section.Text(key, $"one of {string.Join(", ", places)}") is { } text && lane is not null
            ? Known(section.LineOf(key), section.Full(key), text, places)
            : null;
    }
}
