using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>Writes an interlock matrix as plain ASCII text for terminals, files and pipes.</summary>
public static class MatrixText
{
    /// <summary>Longest line, in characters; only a single longer word may go beyond it.</summary>
    public const int Width = 120;

    private const int CellWidth = 3;

    /// <summary>Writes a matrix. A cell that asks nothing is a dot, so that every line has as many words as there are columns.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var text = new StringBuilder();
        Line(text, $"Interlock of {matrix.Place}");
        Line(text, $"board {matrix.Board}, site table {matrix.TableHash}, interlock {matrix.InterlockVersion}");

        Head(text, "Matrix");
        Sentences(text, MatrixWords.Signs);
        Line(text, "A dot: the output does not look at the condition. Columns have the numbers of the conditions; their names follow.");
        int nameWidth = matrix.Outputs.Max(o => o.Name.Length) + 1;
        foreach (MatrixCondition[] columns in matrix.Conditions.Chunk((Width - nameWidth) / (CellWidth + 1)))
        {
            Line(text, "");
            Row(text, nameWidth, "", columns.Select(c => $"{c.Number}"));
            foreach (MatrixOutput output in matrix.Outputs)
            {
                Row(text, nameWidth, output.Name, columns.Select(c => SignOrDot(matrix, output, c)));
            }
        }

        foreach (MatrixSection section in MatrixSection.Of(matrix))
        {
            Head(text, section.Title);
            Table(text, section);
        }

        Head(text, "In words");
        foreach (MatrixOutput output in matrix.Outputs)
        {
            Wrapped(text, "", 2, MatrixWords.Paragraph(matrix, output));
        }

        Head(text, "Always");
        Sentences(text, MatrixWords.Always(matrix));
        return text.ToString();
    }

    private static void Head(StringBuilder text, string title)
    {
        Line(text, "");
        Line(text, title);
        Line(text, new string('-', title.Length));
    }

    private static string SignOrDot(InterlockMatrix matrix, MatrixOutput output, MatrixCondition condition)
    {
        string sign = MatrixWords.Sign(matrix.Cell(output, condition), condition);
        return sign.Length == 0 ? "." : sign;
    }

    private static void Row(StringBuilder text, int nameWidth, string name, IEnumerable<string> cells) =>
        Line(text, name.PadRight(nameWidth) + string.Concat(cells.Select(cell => " " + cell.PadRight(CellWidth))));

    private static void Sentences(StringBuilder text, IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            Wrapped(text, "", 2, sentence);
        }
    }

    // The last column takes what is left of the line, and goes on below itself.
    private static void Table(StringBuilder text, MatrixSection section)
    {
        if (section.Rows.Count == 0)
        {
            Line(text, "none");
            return;
        }

        IReadOnlyList<string>[] lines = [section.Heads, .. section.Rows];
        int last = section.Heads.Count - 1;
        int[] widths = [.. Enumerable.Range(0, last).Select(column => lines.Max(line => line[column].Length) + 2)];
        int indent = widths.Sum();
        foreach (IReadOnlyList<string> line in lines)
        {
            string start = string.Concat(widths.Select((width, column) => line[column].PadRight(width)));
            Wrapped(text, start, indent, line[last]);
        }
    }

    // The sentence goes on behind the start, and in the next lines behind the indent.
    private static void Wrapped(StringBuilder text, string start, int indent, string sentence)
    {
        string line = start;
        bool fresh = true;
        foreach (string word in sentence.Split(' '))
        {
            if (!fresh && line.Length + 1 + word.Length > Width)
            {
                Line(text, line);
                line = new string(' ', indent);
                fresh = true;
            }

            line += fresh ? word : " " + word;
            fresh = false;
        }

        Line(text, line);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');
}
