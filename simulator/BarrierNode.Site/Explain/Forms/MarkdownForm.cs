using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>Markdown with the tables of GitHub.</summary>
internal sealed class MarkdownForm : IPageForm
{
    private const string Special = @"\`*_[]<>#|~&@$";
    private const string Box = "\u2610";

    private readonly StringBuilder _text = new();

    public void Title(string title, IReadOnlyList<PageFact> facts)
    {
        if (_text.Length > 0)
        {
            Line("");
        }

        string sentence = string.Join(", ", facts.Select(f => $"{f.What} {Escape(f.Value)}"));
        Line($"# {Escape(title)}");
        Line($"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.");
    }

    public void Head(string title)
    {
        Line("");
        Line($"## {Escape(title)}");
    }

    public void Sentences(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            Line($"- {Escape(sentence)}");
        }
    }

    public void Table(PageTable table)
    {
        Head(table.Title);
        if (table.Rows.Count == 0)
        {
            Line("none");
        }
        else
        {
            Rows(table.Heads, table.Rows);
        }
    }

    public void Steps(IReadOnlyList<CheckStep> steps)
    {
        if (steps.Count == 0)
        {
            Line("none");
            return;
        }

        Line("");
        Rows(
            ["done", "no.", "name", "do", "must happen", "date, name", "remark"],
            [.. steps.Select(s => (string[])[Box, s.Number, s.Name, s.Do, s.Expect, "", ""])]);
    }

    public void Blanks(IReadOnlyList<string> labels)
    {
        Line("");
        Rows([.. labels], [[.. labels.Select(_ => "")]]);
    }

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Rows(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Row(heads);
        Line(string.Concat(Enumerable.Repeat("|---", heads.Count)) + "|");
        foreach (IReadOnlyList<string> row in rows)
        {
            Row(row);
        }
    }

    public override string ToString() => _text.ToString();

    private void Row(IEnumerable<string> cells) => Line(string.Concat(cells.Select(cell => $"| {Escape(cell)} ")) + "|");

    // A name is text, whatever is in it.
    private static string Escape(string text) => string.Concat(text.Select((c, i) => IsSpecial(text, i) ? $"\\{c}" : $"{c}"));

    // A colon in the midst of a word may start a link or a picture; one behind a word does not.
    private static bool IsSpecial(string text, int at) =>
        Special.Contains(text[at]) || (text[at] == ':' && at + 1 < text.Length && text[at + 1] != ' ');
}
