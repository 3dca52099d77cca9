namespace BarrierNode.Site;

/// <summary>A site file or board file cannot be used. The message has one line for each problem.</summary>
public sealed class SiteFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">Every problem found, at least one.</param>
    public SiteFileException(IReadOnlyList<SiteProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    /// <summary>Every problem found, in the order of the file.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; }
}
