using System.Text.RegularExpressions;

namespace BarrierNode.Control.Tests;

/// <summary>Reads docs/protocol.md.</summary>
internal static partial class ProtocolPage
{
    private static readonly string Text = Repository.Text("docs/protocol.md");

    /// <summary>The example in a fenced block, by the words behind the fence.</summary>
    public static string Example(string fence)
    {
        string start = "```" + fence + "\n";
        int at = Text.IndexOf(start, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, $"docs/protocol.md has no block {fence}");
        at += start.Length;
        return Text[at..Text.IndexOf("\n```", at, StringComparison.Ordinal)];
    }

    /// <summary>The words in code font that begin a table row.</summary>
    public static string[] FirstCells(string heading)
    {
        int at = Text.IndexOf("## " + heading, StringComparison.Ordinal);
        int end = Text.IndexOf("\n## ", at + 3, StringComparison.Ordinal);
        return [.. FirstCell().Matches(Text[at..end]).Select(m => m.Groups[1].Value)];
    }

    /// <summary>The table row that begins with a cell.</summary>
    public static string Row(string firstCell) => Text.Split('\n').Single(line => line.StartsWith($"| {firstCell} |", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `([a-zA-Z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
