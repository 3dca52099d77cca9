using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>Plain ASCII text for terminals, files and pipes.</summary>
internal sealed class TextForm : IPageForm
{
    /// <summary>Longest line, in characters; only a single longer word may go beyond it.</summary>
    public const int Width = 120;

    // A last column narrower than this would be a tower of words.
    private const int LeastLastColumn = 24;
    private const string Blank = "____________________";

    private readonly StringBuilder _text = new();

    public void Title(string title, IReadOnlyList<PageFact> facts)
    {
        if (_text.Length > 0)
        {
            Line("");
            Line(new string('=', Width));
        }

        Line(title);
        Line(string.Join(", ", facts.Select(f => $"{f.What} {f.Value}")));
    }

    public void Head(string title)
    {
        Line("");
        Line(title);
        Line(new string('-', title.Length));
    }

    public void Sentences(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            Wrapped("", 2, sentence);
        }
    }

    public void Table(PageTable table)
    {
        Head(table.Title);
        if (table.Rows.Count == 0)
        {
            Line("none");
            return;
        }

        IReadOnlyList<string>[] lines = [table.Heads, .. table.Rows];
        int last = table.Heads.Count - 1;
        int[] widths = [.. Enumerable.Range(0, last).Select(column => lines.Max(line => line[column].Length) + 2)];
        if (widths.Sum() > Width - LeastLastColumn)
        {
            Cards(table);
        }
        else
        {
            Columns(lines, widths);
        }
    }

    public void Steps(IReadOnlyList<CheckStep> steps)
    {
        if (steps.Count == 0)
        {
            Line("none");
        }

        foreach (CheckStep step in steps)
        {
            Line("");
            Line($"[ ] {step.Number}  {step.Name}");
            Wrapped("    Do:     ", 12, step.Do);
            Wrapped("    Expect: ", 12, step.Expect);
            Line($"    Date {Blank[..12]}  Name {Blank}  Remark {Blank}{Blank}");
        }
    }

    public void Blanks(IReadOnlyList<string> labels)
    {
        foreach (string label in labels)
        {
            Line("");
            Line($"{label}: {Blank}{Blank}");
        }
    }

    // The notes of the boards have one letter that ASCII lacks.
    public void Line(string line) => _text.Append(line.TrimEnd().Replace("\u03a9", "ohm")).Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>A sentence goes on behind the start, and in the next lines behind the indent.</summary>
    public void Wrapped(string start, int indent, string sentence)
    {
        string line = start;
        bool fresh = true;
        foreach (string word in sentence.Split(' '))
        {
            if (!fresh && line.Length + 1 + word.Length > Width)
            {
                Line(line);
                line = new string(' ', indent);
                fresh = true;
            }

            line += fresh ? word : " " + word;
            fresh = false;
        }

        Line(line);
    }

    // The last column takes what is left of the line, and goes on below itself.
    private void Columns(IReadOnlyList<string>[] lines, int[] widths)
    {
        foreach (IReadOnlyList<string> line in lines)
        {
            string start = string.Concat(widths.Select((width, column) => line[column].PadRight(width)));
            Wrapped(start, widths.Sum(), line[widths.Length]);
        }
    }

    // What is too wide for columns stands below its first two cells.
    private void Cards(PageTable table)
    {
        int labelWidth = table.Heads.Skip(2).Max(head => head.Length) + 6;
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Line($"{table.Heads[0]} {row[0]}  {row[1]}");
            for (int column = 2; column < row.Count; column++)
            {
                Wrapped($"    {table.Heads[column]}:".PadRight(labelWidth), labelWidth, row[column]);
            }
        }
    }
}
