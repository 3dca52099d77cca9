namespace BarrierNode.Site.Explain;

/// <summary>A form in which a page is written, from its top to its bottom. <see cref="object.ToString"/> gives the page.</summary>
internal interface IPageForm
{
    /// <summary>Begins a part.</summary>
    /// <param name="title">What it is, and of which node.</param>
    /// <param name="facts">What it is made from.</param>
    void Title(string title, IReadOnlyList<PageFact> facts);

    /// <summary>Begins a chapter of the part.</summary>
    void Head(string title);

    /// <summary>Sentences that stand for themselves.</summary>
    void Sentences(IEnumerable<string> sentences);

    /// <summary>A chapter that is one table.</summary>
    void Table(PageTable table);

    /// <summary>Steps to try, each with a box to tick and room for date, name and remark.</summary>
    void Steps(IReadOnlyList<CheckStep> steps);

    /// <summary>Lines to fill in by hand.</summary>
    /// <param name="labels">What to write on each.</param>
    void Blanks(IReadOnlyList<string> labels);
}
