namespace BarrierNode.Site.Explain;

/// <summary>Writes an interlock matrix as plain ASCII text for terminals, files and pipes.</summary>
public static class MatrixText
{
    /// <summary>Longest line, in characters; only a single longer word may go beyond it.</summary>
    public const int Width = TextForm.Width;

    private const int CellWidth = 3;

    /// <summary>Writes a matrix. A cell that asks nothing is a dot, so that every line has as many words as there are columns.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Write(InterlockMatrix matrix)
    {
        var form = new TextForm();
        Write(form, matrix);
        return form.ToString();
    }

    internal static void Write(TextForm form, InterlockMatrix matrix)
    {
        form.Title($"Interlock of {matrix.Place}", matrix.Facts);
        form.Head("Matrix");
        form.Sentences(MatrixWords.Signs);
        form.Line("A dot: the output does not look at the condition. Columns have the numbers of the conditions; their names follow.");
        int nameWidth = matrix.Outputs.Max(o => o.Name.Length) + 1;
        foreach (MatrixCondition[] columns in matrix.Conditions.Chunk((Width - nameWidth) / (CellWidth + 1)))
        {
            form.Line("");
            form.Line(Row(nameWidth, "", columns.Select(c => $"{c.Number}")));
            foreach (MatrixOutput output in matrix.Outputs)
            {
                form.Line(Row(nameWidth, output.Name, columns.Select(c => SignOrDot(matrix, output, c))));
            }
        }

        foreach (PageTable table in MatrixSections.Of(matrix))
        {
            form.Table(table);
        }

        form.Head("In words");
        form.Sentences(matrix.Outputs.Select(output => MatrixWords.Paragraph(matrix, output)));
        form.Head("Always");
        form.Sentences(MatrixWords.Always(matrix));
    }

    private static string SignOrDot(InterlockMatrix matrix, MatrixOutput output, MatrixCondition condition)
    {
        string sign = MatrixWords.Sign(matrix.Cell(output, condition), condition);
        return sign.Length == 0 ? "." : sign;
    }

    private static string Row(int nameWidth, string name, IEnumerable<string> cells) =>
        name.PadRight(nameWidth) + string.Concat(cells.Select(cell => " " + cell.PadRight(CellWidth)));
}
