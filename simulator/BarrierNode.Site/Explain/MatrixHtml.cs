namespace BarrierNode.Site.Explain;

/// <summary>Writes an interlock matrix as one HTML page for screens, and for paper in the cabinet.</summary>
public static class MatrixHtml
{
    /// <summary>With more columns than this a sheet of paper needs smaller signs.</summary>
    private const int ColumnsOfAUsualSheet = 36;

    /// <summary>Writes a matrix. Each cell that asks something has its <see cref="InterlockMatrix.CellId"/> as its id.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The page.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var form = new HtmlForm($"Interlock of {matrix.Place}");
        Write(form, matrix);
        return form.ToString();
    }

    internal static void Write(HtmlForm form, InterlockMatrix matrix)
    {
        form.Title($"Interlock of {matrix.Place}", matrix.Facts);
        Matrix(form, matrix);
        form.Sentences(MatrixWords.Signs);
        form.Head("In words");
        foreach (MatrixOutput output in matrix.Outputs)
        {
            form.Raw($"<h3>{HtmlForm.Escape(MatrixWords.Subject(output))}</h3>\n");
            form.Sentences(MatrixWords.Of(matrix, output));
        }

        form.Head("Always");
        form.Sentences(MatrixWords.Always(matrix));
        foreach (PageTable table in MatrixSections.Of(matrix))
        {
            form.Table(table);
        }
    }

    private static void Matrix(HtmlForm form, InterlockMatrix matrix)
    {
        string wide = matrix.Conditions.Count > ColumnsOfAUsualSheet ? " wide" : "";
        form.Raw($"<div class=\"matrix{wide}\" tabindex=\"0\" role=\"region\" aria-label=\"Interlock matrix\">\n");
        form.Raw("<table>\n<thead><tr><th scope=\"col\">output</th>");
        foreach (MatrixCondition condition in matrix.Conditions)
        {
            form.Raw($"<th scope=\"col\" title=\"{HtmlForm.Escape(condition.Meaning)}\"><span>{HtmlForm.Escape(condition.Name)}</span></th>");
        }

        form.Raw("</tr></thead>\n<tbody>\n");
        foreach (MatrixOutput output in matrix.Outputs)
        {
            form.Raw($"<tr><th scope=\"row\" title=\"{HtmlForm.Escape(output.Role)}\">{HtmlForm.Escape(output.Name)}</th>");
            foreach (MatrixCondition condition in matrix.Conditions)
            {
                form.Raw(Cell(matrix, output, condition));
            }

            form.Raw("</tr>\n");
        }

        form.Raw("</tbody>\n</table>\n</div>\n");
    }

    private static string Cell(InterlockMatrix matrix, MatrixOutput output, MatrixCondition condition)
    {
        Need need = matrix.Cell(output, condition);
        if (need == Need.None)
        {
            return "<td></td>";
        }

        string kind = need == Need.One ? "one" : condition.Latches ? "zero latches" : "zero";
        string id = HtmlForm.Escape(InterlockMatrix.CellId(output, condition));
        return $"<td id=\"{id}\" class=\"{kind}\">{MatrixWords.Sign(need, condition)}</td>";
    }
}
