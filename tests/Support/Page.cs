namespace BarrierNode.Tests;

/// <summary>A page of the documentation.</summary>
internal static class Page
{
    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path])).ReplaceLineEndings("\n");

    /// <summary>The text between two markers.</summary>
    public static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, from, $"'{start}' is missing.");
        from += start.Length;
        int to = text.IndexOf(end, from, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, to, $"'{end}' is missing.");
        return text[from..to];
    }

    /// <summary>
    /// What stands between two markers of a page is made by the program and nothing else. With BARRIERNODE_PAGES=1 the page is written anew instead.
    /// </summary>
    public static void IsMade(string expected, string start, string end, params string[] path)
    {
        string file = Path.Combine([Repository.Root, .. path]);
        string text = Text(path);
        string found = Between(text, start, end);
        if (Environment.GetEnvironmentVariable("BARRIERNODE_PAGES") == "1" && found != expected)
        {
            File.WriteAllText(file, text.Replace(start + found + end, start + expected + end));
            return;
        }

        Assert.AreEqual(expected, found, $"Run the tests once with BARRIERNODE_PAGES=1, or put this between the markers:\n{expected}");
    }

    /// <summary>The first two columns of the tables in a text, without backquotes and heads.</summary>
    public static IEnumerable<(string First, string Second)> Rows(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (cells[1].Trim('`'), cells[2].Trim('`'));
}
