namespace BarrierNode.Verify;

/// <summary>A file that a check needs is missing or cannot be used: the check of it ends with this finding.</summary>
/// <param name="finding">Where and why.</param>
public sealed class FindingException(Finding finding) : Exception($"{finding.File}:{finding.Line}: {finding.What}")
{
    /// <summary>Where and why.</summary>
    public Finding Finding { get; } = finding;
}
