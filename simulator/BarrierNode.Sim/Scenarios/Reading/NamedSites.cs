namespace BarrierNode.Sim;

/// <summary>The sites that come with the program, which files name without a path.</summary>
/// <param name="folder">Their folder; it may be missing.</param>
internal sealed class NamedSites(string folder)
{
    /// <summary>Their names, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Names { get; } = Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + ScenarioFile.Extension).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What can be written, for people.</summary>
    public string Form => $"one of {string.Join(", ", Names)}";

    /// <summary>Path of the file of a site.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + ScenarioFile.Extension);
}
