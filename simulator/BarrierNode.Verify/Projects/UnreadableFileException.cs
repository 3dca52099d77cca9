namespace BarrierNode.Verify.Projects;

/// <summary>A file that the check needs is missing or cannot be understood.</summary>
internal sealed class UnreadableFileException(Finding finding) : Exception(finding.ToString())
{
    public Finding Finding { get; } = finding;
}
