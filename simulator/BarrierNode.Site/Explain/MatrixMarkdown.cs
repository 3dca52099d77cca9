namespace BarrierNode.Site.Explain;

/// <summary>Writes an interlock matrix as Markdown with the tables of GitHub.</summary>
public static class MatrixMarkdown
{
    /// <summary>Writes a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var form = new MarkdownForm();
        Write(form, matrix);
        return form.ToString();
    }

    internal static void Write(MarkdownForm form, InterlockMatrix matrix)
    {
        form.Title($"Interlock of {matrix.Place}", matrix.Facts);
        form.Head("Matrix");
        form.Sentences(MatrixWords.Signs);
        form.Line("");
        form.Rows(
            ["output", .. matrix.Conditions.Select(c => c.Name)],
            [.. matrix.Outputs.Select(o => (string[])[o.Name, .. matrix.Conditions.Select(c => MatrixWords.Sign(matrix.Cell(o, c), c))])]);

        foreach (PageTable table in MatrixSections.Of(matrix))
        {
            form.Table(table);
        }

        form.Head("In words");
        form.Sentences(matrix.Outputs.Select(output => MatrixWords.Paragraph(matrix, output)));
        form.Head("Always");
        form.Sentences(MatrixWords.Always(matrix));
    }
}
