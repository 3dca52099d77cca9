namespace BarrierNode.Site.Explain;

/// <summary>A table of a page: one kind of part, a row each.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Heads">Heads of the columns.</param>
/// <param name="Rows">The rows, a text for each column; none when the site has no such part.</param>
internal sealed record PageTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
