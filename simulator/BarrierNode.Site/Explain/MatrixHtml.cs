using System.Net;
using System.Text;

namespace BarrierNode.Site.Explain;

/// <summary>
/// Writes an interlock matrix as one HTML page for screens, and for paper in the cabinet: A4 landscape. The page needs nothing else: no
/// script, no file, no network.
/// </summary>
public static class MatrixHtml
{
    // Whatever a name might smuggle in, the browser runs and loads nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>With more columns than this a sheet of paper needs smaller signs.</summary>
    private const int ColumnsOfAUsualSheet = 36;

    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>Writes a matrix. Each cell that asks something has its <see cref="InterlockMatrix.CellId"/> as its id.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The page.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var html = new StringBuilder();
        string title = $"Interlock of {matrix.Place}";
        html.Append(
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
            <header>
            <h1>{Escape(title)}</h1>
            <p>Board <b>{Escape(matrix.Board)}</b>, site table <b>{matrix.TableHash}</b>,
            interlock <b>{Escape(matrix.InterlockVersion)}</b></p>
            </header>

            """);
        Matrix(html, matrix);
        Sentences(html, MatrixWords.Signs);
        Head(html, "In words");
        foreach (MatrixOutput output in matrix.Outputs)
        {
            html.Append($"<h3>{Escape(MatrixWords.Subject(output))}</h3>\n");
            Sentences(html, MatrixWords.Of(matrix, output));
        }

        Head(html, "Always");
        Sentences(html, MatrixWords.Always(matrix));
        foreach (MatrixSection section in MatrixSection.Of(matrix))
        {
            Section(html, section);
        }

        html.Append("</body>\n</html>\n");
        return html.ToString().ReplaceLineEndings("\n");
    }

    private static void Matrix(StringBuilder html, InterlockMatrix matrix)
    {
        string wide = matrix.Conditions.Count > ColumnsOfAUsualSheet ? " wide" : "";
        html.Append($"<div class=\"matrix{wide}\" tabindex=\"0\" role=\"region\" aria-label=\"Interlock matrix\">\n");
        html.Append("<table>\n<thead><tr><th scope=\"col\">output</th>");
        foreach (MatrixCondition condition in matrix.Conditions)
        {
            html.Append($"<th scope=\"col\" title=\"{Escape(condition.Meaning)}\"><span>{Escape(condition.Name)}</span></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (MatrixOutput output in matrix.Outputs)
        {
            html.Append($"<tr><th scope=\"row\" title=\"{Escape(output.Role)}\">{Escape(output.Name)}</th>");
            foreach (MatrixCondition condition in matrix.Conditions)
            {
                Cell(html, matrix, output, condition);
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Cell(StringBuilder html, InterlockMatrix matrix, MatrixOutput output, MatrixCondition condition)
    {
        Need need = matrix.Cell(output, condition);
        if (need == Need.None)
        {
            html.Append("<td></td>");
            return;
        }

        string kind = need == Need.One ? "one" : condition.Latches ? "zero latches" : "zero";
        string id = Escape(InterlockMatrix.CellId(output, condition));
        html.Append($"<td id=\"{id}\" class=\"{kind}\">{MatrixWords.Sign(need, condition)}</td>");
    }

    private static void Section(StringBuilder html, MatrixSection section)
    {
        Head(html, section.Title);
        if (section.Rows.Count == 0)
        {
            html.Append("<p>none</p>\n");
            return;
        }

        html.Append("<div class=\"part\"><table>\n<thead>");
        Row(html, "th scope=\"col\"", "th", section.Heads);
        html.Append("</thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in section.Rows)
        {
            Row(html, "td", "td", row);
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void Row(StringBuilder html, string open, string close, IEnumerable<string> cells) =>
        html.Append("<tr>").AppendJoin("", cells.Select(cell => $"<{open}>{Escape(cell)}</{close}>")).Append("</tr>\n");

    private static void Head(StringBuilder html, string title) => html.Append($"<h2>{Escape(title)}</h2>\n");

    private static void Sentences(StringBuilder html, IEnumerable<string> sentences) =>
        html.Append("<ul>\n").AppendJoin("", sentences.Select(s => $"<li>{Escape(s)}</li>\n")).Append("</ul>\n");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string ReadStyle()
    {
        using Stream stream = typeof(MatrixHtml).Assembly.GetManifestResourceStream("matrix.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
