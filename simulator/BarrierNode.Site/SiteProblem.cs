namespace BarrierNode.Site;

/// <summary>One thing that is wrong in a file that people write: site, board, scenario.</summary>
/// <param name="File">Path of the file as it was given.</param>
/// <param name="Line">Line, from 1; 1 for a file that cannot be read at all.</param>
/// <param name="What">What is wrong, with the name of the key.</param>
/// <param name="Expected">What would be right.</param>
public sealed record SiteProblem(string File, int Line, string What, string Expected)
{
    /// <summary>The problem as people and editors read it: <c>FILE:LINE: what, expected what</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {What}, expected {Expected}";
}
