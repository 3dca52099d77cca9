namespace BarrierNode.Site;

/// <summary>A part of a YAML text that knows its line.</summary>
internal abstract record YamlItem(int Line);

/// <summary>A single value. Plain means written without quotes: only plain values are numbers.</summary>
internal sealed record YamlScalar(int Line, string Text, bool Plain) : YamlItem(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlItem> Items) : YamlItem(Line);

/// <summary>A mapping in the order of the text; no key twice.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlItem(Line);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlItem Value);
