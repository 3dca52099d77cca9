using System.Text.RegularExpressions;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>Reads the written forms of a matrix back, knowing nothing but what stands in them.</summary>
internal static partial class MatrixPages
{
    /// <summary>What every output of a table asks, made from the words alone: "output condition sign", sorted.</summary>
    public static string[] CellsOf(SiteTable table)
    {
        GateTable gate = table.Gate;
        return
        [
            .. from o in Enumerable.Range(0, gate.OutputCount)
               from c in Enumerable.Range(0, GateTable.MaxConditions)
               let sign = (Bit(gate.MustBeZero(o), c) ? "0" : "") + (Bit(gate.MustBeOne(o), c) ? "1" : "")
               where sign.Length > 0
               let mark = !Bit(gate.TripConditions, c) || sign == "1" ? "" : Bit(gate.NodeTrips, c) ? "N" : "L"
               let cell = $"{table.OutputNames[o]} {c} {sign}{mark}"
               orderby cell
               select cell,
        ];
    }

    /// <summary>The conditions of which an output asks something.</summary>
    public static int[] ColumnsOf(SiteTable table) => [.. CellsOf(table).Select(cell => int.Parse(cell.Split(' ')[1])).Distinct().Order()];

    /// <summary>The cells of a Markdown page; the names of its columns become numbers by its own table of conditions.</summary>
    public static string[] CellsOfMarkdown(string page)
    {
        string[][] conditions = MarkdownTable(page, "Conditions");
        Dictionary<string, string> numbers = conditions.Skip(1).ToDictionary(row => row[1], row => row[0]);
        string[][] matrix = MarkdownTable(page, "Matrix");
        return
        [
            .. from row in matrix.Skip(1)
               from column in Enumerable.Range(1, matrix[0].Length - 1)
               where row[column].Length > 0
               let cell = $"{row[0]} {numbers[matrix[0][column]]} {row[column]}"
               orderby cell
               select cell,
        ];
    }

    /// <summary>The rows of the table below a heading, the heads first; every row has as many cells as the heads.</summary>
    public static string[][] MarkdownTable(string page, string heading)
    {
        string section = Page.Between(page + "\n## ", $"\n## {heading}\n", "\n## ");
        string[][] rows = [.. section.Split('\n').Where(line => line.StartsWith('|')).Select(Cells)];
        Assert.IsTrue(rows.All(row => row.Length == rows[0].Length), $"Rows of different lengths below {heading}.");
        return [.. rows.Where((_, i) => i != 1)];
    }

    /// <summary>The cells of a text page, block by block.</summary>
    public static string[] CellsOfText(string page)
    {
        string section = Page.Between(page, "\nMatrix\n------\n", "\nConditions\n");
        string[] numbers = [];
        var cells = new List<string>();
        foreach (string line in section.Split('\n').SkipWhile(line => line.Length > 0))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith(' '))
            {
                numbers = words;
                continue;
            }

            Assert.IsTrue(words.Length == 0 || words.Length == numbers.Length + 1, $"'{line}' has not one word for each column.");
            cells.AddRange(words.Skip(1).Select((sign, i) => $"{words[0]} {numbers[i]} {sign}").Where(cell => !cell.EndsWith('.')));
        }

        return [.. cells.Order()];
    }

    /// <summary>The cells of an HTML page: "id sign".</summary>
    public static string[] CellsOfHtml(string page) => [.. HtmlCell().Matches(page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")];

    private static bool Bit(long mask, int bit) => ((mask >> bit) & 1) != 0;

    // A bar behind a backslash is text.
    private static string[] Cells(string line) =>
        [.. Regex.Split(line.Trim('|'), @"(?<!\\)\|").Select(cell => Regex.Replace(cell.Trim(), @"\\(.)", "$1"))];

    [GeneratedRegex("<td id=\"([^\"]*)\" class=\"[a-z ]*\">([^<]*)</td>")]
    private static partial Regex HtmlCell();
}
