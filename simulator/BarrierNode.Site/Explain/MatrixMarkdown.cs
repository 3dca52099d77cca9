using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>Writes an interlock matrix as Markdown with the tables of GitHub.</summary>
public static class MatrixMarkdown
{
    private const string Special = @"\`*_[]<>#|~&@$";

    /// <summary>Writes a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var text = new StringBuilder();
        Line(text, $"# Interlock of {Escape(matrix.Place)}");
        Line(text, $"Board {Escape(matrix.Board)}, site table {matrix.TableHash}, interlock {Escape(matrix.InterlockVersion)}.");

        Head(text, "Matrix");
        Sentences(text, MatrixWords.Signs);
        Line(text, "");
        Table(
            text,
            ["output", .. matrix.Conditions.Select(c => c.Name)],
            [.. matrix.Outputs.Select(o => (string[])[o.Name, .. matrix.Conditions.Select(c => MatrixWords.Sign(matrix.Cell(o, c), c))])]);

        foreach (MatrixSection section in MatrixSection.Of(matrix))
        {
            Head(text, section.Title);
            if (section.Rows.Count == 0)
            {
                Line(text, "none");
            }
            else
            {
                Table(text, section.Heads, section.Rows);
            }
        }

        Head(text, "In words");
        Sentences(text, matrix.Outputs.Select(output => MatrixWords.Paragraph(matrix, output)));
        Head(text, "Always");
        Sentences(text, MatrixWords.Always(matrix));
        return text.ToString();
    }

    private static void Head(StringBuilder text, string title)
    {
        Line(text, "");
        Line(text, $"## {title}");
    }

    private static void Sentences(StringBuilder text, IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            Line(text, $"- {Escape(sentence)}");
        }
    }

    private static void Table(StringBuilder text, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Row(text, heads);
        Line(text, string.Concat(Enumerable.Repeat("|---", heads.Count)) + "|");
        foreach (IReadOnlyList<string> row in rows)
        {
            Row(text, row);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        Line(text, string.Concat(cells.Select(cell => $"| {Escape(cell)} ")) + "|");

    // A name is text, whatever is in it.
    private static string Escape(string text) => string.Concat(text.Select((c, i) => IsSpecial(text, i) ? $"\\{c}" : $"{c}"));

    // A colon in the midst of a word may start a link or a picture; one behind a word does not.
    private static bool IsSpecial(string text, int at) =>
        Special.Contains(text[at]) || (text[at] == ':' && at + 1 < text.Length && text[at + 1] != ' ');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
