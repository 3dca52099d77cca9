using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Tests.Claims;

/// <summary>A row of a table on a page.</summary>
/// <param name="Cells">Its cells.</param>
internal sealed partial record PageRow(string[] Cells)
{
    /// <summary>What a cell has in code quotes.</summary>
    /// <param name="cell">Number of the cell.</param>
    public string[] Codes(int cell) => [.. Code().Matches(Cells[cell]).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

/// <summary>The tables of a page.</summary>
internal static partial class PageTable
{
    /// <summary>The rows of every table on the page that has this header; none when there is no such table.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="header">Its header cells.</param>
    public static PageRow[] Rows(string page, params string[] header)
    {
        List<PageRow> rows = [];
        bool within = false;
        foreach (string line in Repository.Text(page).Split('\n'))
        {
            if (!line.StartsWith('|'))
            {
                within = false;
                continue;
            }

            string[] cells = [.. Bar().Split(line)[1..^1].Select(cell => cell.Trim())];
            if (cells.SequenceEqual(header))
            {
                within = true;
            }
            else if (within && !cells.All(cell => cell.Trim('-').Length == 0))
            {
                Assert.HasCount(header.Length, cells, $"{page}: {line}");
                rows.Add(new PageRow(cells));
            }
        }

        return [.. rows];
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
