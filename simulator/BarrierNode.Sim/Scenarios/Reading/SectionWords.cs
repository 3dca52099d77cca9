using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Words of a group of keys that stand for values.</summary>
internal static class SectionWords
{
    /// <summary>The value of a word under a key that must be there.</summary>
    public static T? Word<T>(this Section section, string key, IReadOnlyList<(string Word, T Value)> words)
        where T : struct => section.Text(key, Listed(words)) is { } text ? Find(section.Problems, section.LineOf(key), section.Full(key), text, words) : null;

    /// <summary>The value of a word under a key that may be left out.</summary>
    public static T? OptionalWord<T>(this Section section, string key, IReadOnlyList<(string Word, T Value)> words)
        where T : struct =>
        section.OptionalText(key, Listed(words)) is { } text ? Find(section.Problems, section.LineOf(key), section.Full(key), text, words) : null;

    /// <summary>A text that may be left out.</summary>
    public static string? OptionalText(this Section section, string key) => section.OptionalText(key, "a text");

    /// <summary>The value of a key and where it stands; null where the key is left out.</summary>
    public static ScenarioValue? Value(this Section section, string key) =>
        section.Optional(key) is { } item ? new ScenarioValue(section.Problems, section.Full(key), item) : null;

    /// <summary>The one key of these words that is there.</summary>
    public static (string Word, T Value)? OneKey<T>(this Section section, IReadOnlyList<(string Word, T Value)> words)
    {
        (string Word, T Value)[] found = [.. words.Where(w => section.Has(w.Word))];
        if (found.Length == 1)
        {
            return found[0];
        }

        // The keys are told here, and not a second time as unknown ones.
        foreach (YamlEntry entry in section.Entries)
        {
            section.Optional(entry.Key);
        }

        string there = section.Entries.Count > 0 ? $"keys are {string.Join(", ", section.Entries.Select(e => e.Key))}" : "there are no keys";
        section.Problems.Add(section.Line, $"none or several of the words that are known ({there})", $"one of {string.Join(", ", words.Select(w => w.Word))}");
        return null;
    }

    /// <summary>The value of a word; a problem when it is none.</summary>
    public static T? Find<T>(ProblemList problems, int line, string what, string text, IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        int i = words.ToList().FindIndex(w => w.Word == text);
        if (i >= 0)
        {
            return words[i].Value;
        }

        problems.Add(line, $"'{what}' is '{text}'", Near(text, [.. words.Select(w => w.Word)]));
        return null;
    }

    /// <summary>The names that would be right, the one that was probably meant before all.</summary>
    public static string Near(string text, IReadOnlyList<string> names)
    {
        string? near = Spelling.Nearest(text, names);
        return names.Count == 0 ? "none: there is nothing of the kind here"
            : $"{(near is null ? "" : $"'{near}' perhaps, or ")}one of {string.Join(", ", names)}";
    }

    private static string Listed<T>(IReadOnlyList<(string Word, T Value)> words) => $"one of {string.Join(", ", words.Select(w => w.Word))}";
}
