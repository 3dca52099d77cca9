using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>The value of a key, and where it stands.</summary>
/// <param name="problems">Where problems are noted.</param>
/// <param name="key">The key.</param>
/// <param name="item">The value.</param>
internal sealed class ScenarioValue(ProblemList problems, string key, YamlItem item)
{
    private const string ClockForm = "a local time such as \"2027-02-20 22:00\"";

    public ProblemList Problems => problems;

    public string Key => key;

    public int Line => item.Line;

    public YamlItem Item => item;

    /// <summary>A text; null and a problem when it is none.</summary>
    public string? Text(string expected)
    {
        if (item is YamlScalar { Text.Length: > 0 } scalar)
        {
            return scalar.Text;
        }

        Wrong(Section.Kind(item), expected);
        return null;
    }

    /// <summary>A group of keys; null and a problem when it is none.</summary>
    public Section? Group(string expected)
    {
        if (item is YamlMap map)
        {
            return new Section(problems, map, key);
        }

        Wrong(Section.Kind(item), expected);
        return null;
    }

    /// <summary>One of some names.</summary>
    public string? OneOf(IReadOnlyList<string> names) => Text($"one of {string.Join(", ", names)}") is not { } text ? null
        : names.Contains(text) ? text : Wrong($"'{text}'", SectionWords.Near(text, names));

    /// <summary>On or off.</summary>
    public bool? OnOff() => OneOf(["on", "off"]) is { } word ? word == "on" : null;

    /// <summary>A time in microseconds.</summary>
    public long? Duration() => Text(DurationText.Form) is not { } text ? null
        : DurationText.Read(text) is { } us ? us : Refused($"'{text}'", DurationText.Form);

    /// <summary>A local time in minutes.</summary>
    public int? Clock() => Text(ClockForm) is not { } text ? null
        : LocalTime.Read(text) is { } minutes ? minutes : (int?)Refused($"'{text}'", ClockForm);

    /// <summary>Notes that the value is wrong.</summary>
    public string? Wrong(string found, string expected)
    {
        problems.Add(item.Line, $"'{key}' is {found}", expected);
        return null;
    }

    private long? Refused(string found, string expected)
    {
        Wrong(found, expected);
        return null;
    }
}
