using System.Net;
using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>
/// One HTML page for screens, and for paper in the cabinet: A4 landscape. The page needs nothing else: no script, no file, no network.
/// </summary>
internal sealed class HtmlForm : IPageForm
{
    // Whatever a name might smuggle in, the browser runs and loads nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private static readonly Lazy<string> Style = new(ReadStyle);

    private readonly StringBuilder _html = new();

    /// <summary>Begins a page.</summary>
    /// <param name="title">What the window and the browser's history call it.</param>
    public HtmlForm(string title) => _html.Append(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escape(title)}</title>
        <style>
        {Style.Value}</style>
        </head>
        <body>

        """);

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public void Title(string title, IReadOnlyList<PageFact> facts)
    {
        string sentence = string.Join(",\n", facts.Select(f => $"{f.What} <b>{Escape(f.Value)}</b>"));
        Raw($"<header>\n<h1>{Escape(title)}</h1>\n<p>{char.ToUpperInvariant(sentence[0])}{sentence[1..]}</p>\n</header>\n");
    }

    public void Head(string title) => Raw($"<h2>{Escape(title)}</h2>\n");

    public void Sentences(IEnumerable<string> sentences) =>
        _html.Append("<ul>\n").AppendJoin("", sentences.Select(s => $"<li>{Escape(s)}</li>\n")).Append("</ul>\n");

    public void Table(PageTable table)
    {
        Head(table.Title);
        if (table.Rows.Count == 0)
        {
            Raw("<p>none</p>\n");
            return;
        }

        TableStart("part", table.Heads);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Raw($"<tr>{string.Concat(row.Select(Cell))}</tr>\n");
        }

        TableEnd();
    }

    public void Steps(IReadOnlyList<CheckStep> steps)
    {
        if (steps.Count == 0)
        {
            Raw("<p>none</p>\n");
            return;
        }

        TableStart("part steps", ["done", "no.", "name", "do", "must happen", "date, name", "remark"]);
        foreach (CheckStep step in steps)
        {
            string cells = string.Concat(new[] { step.Do, step.Expect, "", "" }.Select(Cell));
            Raw($"<tr id=\"{Escape(step.Id)}\"><td><span class=\"box\"></span></td>{Cell(step.Number)}<td>{Breakable(step.Name)}</td>{cells}</tr>\n");
        }

        TableEnd();
    }

    public void Blanks(IReadOnlyList<string> labels) =>
        Raw($"<p class=\"blanks\">{string.Concat(labels.Select(label => $"<span>{Escape(label)}</span>"))}</p>\n");

    /// <summary>What no other form has: HTML as it stands.</summary>
    public void Raw(string html) => _html.Append(html);

    public override string ToString() => $"{_html}</body>\n</html>\n".ReplaceLineEndings("\n");

    private static string Cell(string text) => $"<td>{Escape(text)}</td>";

    // A name without a space may go on in the next line between its parts.
    private static string Breakable(string name) => Escape(name).Replace("/", "/<wbr>").Replace(":", ":<wbr>").Replace("+", "+<wbr>");

    private static string ReadStyle()
    {
        using Stream stream = typeof(HtmlForm).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void TableStart(string kind, IReadOnlyList<string> heads)
    {
        string cells = string.Concat(heads.Select(head => $"<th scope=\"col\">{Escape(head)}</th>"));
        Raw($"<div class=\"{kind}\"><table>\n<thead><tr>{cells}</tr>\n</thead>\n<tbody>\n");
    }

    private void TableEnd() => Raw("</tbody>\n</table></div>\n");
}
