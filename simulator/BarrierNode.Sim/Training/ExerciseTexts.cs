using BarrierNode.Control;
using BarrierNode.Site;
using Names = BarrierNode.Control.Names;

namespace BarrierNode.Sim;

/// <summary>Everything that exercises say, in one language: a YAML file whose keys, joined by dots, are the names of the texts.</summary>
public sealed class ExerciseTexts
{
    private readonly string _file;
    private readonly SortedDictionary<string, string> _texts;

    private ExerciseTexts(string file, string language, SortedDictionary<string, string> texts)
    {
        _file = file;
        Language = language;
        _texts = texts;
    }

    /// <summary>The language, as the name of its file: en, fr.</summary>
    public string Language { get; }

    /// <summary>The names of all texts, in the order of the alphabet.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>A text.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none; <see cref="Need"/> tells before.</exception>
    public string this[string key] => _texts[key];

    /// <summary>The languages of a folder, in the order of the alphabet.</summary>
    /// <param name="folder">The folder <c>texts</c> of the exercises.</param>
    public static IReadOnlyList<string> Languages(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + ScenarioFile.Extension).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads a language.</summary>
    /// <param name="folder">The folder <c>texts</c> of the exercises.</param>
    /// <param name="language">The language.</param>
    /// <exception cref="ScenarioException">There is no such language, or its file has problems; it carries all that were found.</exception>
    public static ExerciseTexts Load(string folder, string language)
    {
        if (!Languages(folder).Contains(language))
        {
            throw new ScenarioException([new SiteProblem(folder, 1, $"there is no language '{language}'", $"one of {string.Join(", ", Languages(folder))}")]);
        }

        string file = Path.Combine(folder, language + ScenarioFile.Extension);
        try
        {
            ProblemList problems = new(file);
            SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
            Flatten("", YamlTree.Read(file, problems, TextFile.Text(file, TextFile.Bytes(file))), problems, texts);
            problems.ThrowIfAny();
            return new(file, language, texts);
        }
        catch (SiteFileException wrong)
        {
            throw new ScenarioException(wrong.Problems);
        }
    }

    /// <summary>The names of the texts that an exercise needs.</summary>
    /// <param name="exercise">The exercise.</param>
    public static IEnumerable<string> Of(Exercise exercise)
    {
        string[] keys =
        [
            "title", "briefing",
            .. exercise.Roles.Select(r => $"role.{ExerciseRoles.Word(r)}"),
            .. exercise.Incidents.Where(i => i.Id.Length > 0).Select(i => $"incident.{i.Id}"),
            .. exercise.Goals.SelectMany(g => new[] { $"goal.{g.Id}", $"lesson.{g.Id}" }),
            .. exercise.Mistakes.SelectMany(m => new[] { $"mistake.{m.Id}", $"lesson.{m.Id}" }),
        ];
        return keys.Select(k => $"{exercise.Id}.{k}");
    }

    /// <summary>The names of the texts that every exercise needs.</summary>
    public static IEnumerable<string> Common { get; } =
    [
        "language", "briefing", "roles", "goals", "mistakes", "debrief", "incident", "node", "right", "wrong", "mistake", "notPossible", "score", "passed",
        "failed", "exercise", "open", "begin", "again", "leave", "save", "lasts", "time", "quiet", "points", "hidden", "notYours", "notBegun", "over", "timeLine",
        .. Enum.GetValues<ExerciseRole>().Select(r => $"role.{ExerciseRoles.Word(r)}"),
        .. Enum.GetValues<LanePosition>().Select(p => $"position.{Names.Of(p)}"),
        .. Enum.GetValues<EventCode>().Select(e => $"event.{Names.Of(e)}"),
    ];

    /// <summary>Makes sure that every text of an exercise is there.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <exception cref="ScenarioException">Some are not; it names all of them.</exception>
    public void Need(Exercise exercise)
    {
        SiteProblem[] missing =
        [
            .. Common.Select(k => $"common.{k}").Concat(Of(exercise)).Where(k => !_texts.ContainsKey(k))
                .Select(k => new SiteProblem(_file, 1, $"the text '{k}' is missing", $"the text in {Language}")),
        ];
        if (missing.Length > 0)
        {
            throw new ScenarioException(missing);
        }
    }

    private static void Flatten(string path, YamlMap map, ProblemList problems, SortedDictionary<string, string> texts)
    {
        foreach (YamlEntry entry in map.Entries)
        {
            string key = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            if (entry.Value is YamlMap inner)
            {
                Flatten(key, inner, problems, texts);
            }
            else if (entry.Value is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Text))
            {
                texts[key] = scalar.Text.Trim();
            }
            else
            {
                problems.Add(entry.Line, $"'{key}' is {Section.Kind(entry.Value)}", "a text");
            }
        }
    }
}
