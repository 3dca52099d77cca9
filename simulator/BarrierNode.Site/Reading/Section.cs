using System.Globalization;
using System.Text.RegularExpressions;

namespace BarrierNode.Site;

/// <summary>
/// A mapping whose keys are asked for one by one. Every question about a key that is missing or of the wrong form notes a problem and
/// answers null, so that reading can go on; <see cref="Done"/> then names the keys that nobody asked for.
/// </summary>
internal sealed partial class Section
{
    private readonly string _path;
    private readonly YamlMap _map;
    private readonly List<string> _known = [];

    public Section(ProblemList problems, YamlMap map, string path)
    {
        Problems = problems;
        _map = map;
        _path = path;
    }

    public ProblemList Problems { get; }

    /// <summary>Line on which the mapping starts: where a missing key is reported.</summary>
    public int Line => _map.Line;

    public IReadOnlyList<YamlEntry> Entries => _map.Entries;

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key)?.Line ?? Line;

    public string? Text(string key, string expected) => Required(key, expected) is { } item ? AsText(item, key, expected) : null;

    public string? OptionalText(string key, string expected) => Optional(key) is { } item ? AsText(item, key, expected) : null;

    /// <summary>A text of one of these words.</summary>
    public string? Word(string key, params string[] words)
    {
        string expected = string.Join(" or ", words);
        return OneOf(Text(key, expected), key, words, expected);
    }

    public string? OptionalWord(string key, params string[] words)
    {
        string expected = string.Join(" or ", words);
        return OneOf(OptionalText(key, expected), key, words, expected);
    }

    public int? Int(string key, int min, int max) =>
        Required(key, Whole(min, max)) is { } item ? IntOf(Problems, item, Full(key), min, max) : null;

    public int? OptionalInt(string key, int min, int max) =>
        Optional(key) is { } item ? IntOf(Problems, item, Full(key), min, max) : null;

    public bool? OptionalFlag(string key) =>
        OptionalWord(key, "true", "false") is { } word ? word == "true" : null;

    public double? Number(string key, double min, double max)
    {
        string expected = $"a number from {Show(min)} to {Show(max)}";
        return Required(key, expected) is { } item ? NumberOf(Problems, item, Full(key), min, max) : null;
    }

    public double? OptionalNumber(string key, double min, double max) =>
        Optional(key) is { } item ? NumberOf(Problems, item, Full(key), min, max) : null;

    public Section? Sub(string key) =>
        Required(key, "a group of keys") is { } item ? AsSection(item, key) : null;

    public Section? OptionalSub(string key) => Optional(key) is { } item ? AsSection(item, key) : null;

    public YamlItem? Required(string key, string expected)
    {
        YamlItem? item = Optional(key);
        if (item is null)
        {
            Problems.Add(Line, $"the key '{Full(key)}' is missing", expected);
        }

        return item;
    }

    public YamlItem? Optional(string key)
    {
        if (!_known.Contains(key))
        {
            _known.Add(key);
        }

        return Find(key)?.Value;
    }

    public YamlList? List(string key, string expected)
    {
        YamlItem? item = Required(key, expected);
        if (item is not null and not YamlList)
        {
            Problems.Add(item.Line, $"'{Full(key)}' is {Kind(item)}", expected);
        }

        return item as YamlList;
    }

    /// <summary>Names every key that was not asked for.</summary>
    public void Done()
    {
        foreach (YamlEntry entry in _map.Entries.Where(e => !_known.Contains(e.Key)))
        {
            string? near = Spelling.Nearest(entry.Key, _known);
            string where = _path.Length == 0 ? "" : $" in '{_path}'";
            Problems.Add(
                entry.Line,
                $"unknown key '{entry.Key}'{where}",
                near is null ? $"one of {string.Join(", ", _known)}" : $"'{near}' perhaps");
        }
    }

    public static int? IntOf(ProblemList problems, YamlItem item, string name, int min, int max)
    {
        if (item is YamlScalar { Plain: true } s && WholeForm().IsMatch(s.Text)
            && int.TryParse(s.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            if (value >= min && value <= max)
            {
                return value;
            }

            problems.Add(item.Line, $"'{name}' is {value}", Whole(min, max));
            return null;
        }

        problems.Add(item.Line, $"'{name}' is {Kind(item)}", Whole(min, max));
        return null;
    }

    public static double? NumberOf(ProblemList problems, YamlItem item, string name, double min, double max)
    {
        string expected = $"a number from {Show(min)} to {Show(max)}";
        if (item is YamlScalar { Plain: true } s && NumberForm().IsMatch(s.Text))
        {
            double value = double.Parse(s.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (value >= min && value <= max)
            {
                return value;
            }

            problems.Add(item.Line, $"'{name}' is {Show(value)}", expected);
            return null;
        }

        problems.Add(item.Line, $"'{name}' is {Kind(item)}", expected);
        return null;
    }

    public static string Show(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>What an item is, for people.</summary>
    public static string Kind(YamlItem item) => item switch
    {
        YamlScalar { Text.Length: 0 } => "empty",
        YamlScalar { Plain: false } s => $"the text '{Short(s.Text)}'",
        YamlScalar s => $"'{Short(s.Text)}'",
        YamlList => "a list",
        _ => "a group of keys",
    };

    private static string Short(string text) => (text.Length > 40 ? text[..40] + "…" : text).ReplaceLineEndings(" ");

    private static string Whole(int min, int max) => min == max ? $"{min}" : $"a whole number from {min} to {max}";

    [GeneratedRegex("^(0|-?[1-9][0-9]{0,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(e => e.Key == key);

    public string Full(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private string? AsText(YamlItem item, string key, string expected)
    {
        if (item is YamlScalar { Text.Length: > 0 } s)
        {
            return s.Text;
        }

        Problems.Add(item.Line, $"'{Full(key)}' is {Kind(item)}", expected);
        return null;
    }

    private string? OneOf(string? text, string key, string[] words, string expected)
    {
        if (text is null || words.Contains(text))
        {
            return text;
        }

        Problems.Add(LineOf(key), $"'{Full(key)}' is '{text}'", expected);
        return null;
    }

    private Section? AsSection(YamlItem item, string key)
    {
        if (item is YamlMap map)
        {
            return new Section(Problems, map, Full(key));
        }

        Problems.Add(item.Line, $"'{Full(key)}' is {Kind(item)}", "a group of keys");
        return null;
    }
}
