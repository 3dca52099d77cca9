namespace BarrierNode.Verify;

/// <summary>One thing that a check found wrong.</summary>
/// <param name="File">The file, relative to the root of the repository.</param>
/// <param name="Line">The line, from 1; 0 when the finding concerns the whole file.</param>
/// <param name="What">What is wrong, and what was expected.</param>
public sealed record Finding(string File, int Line, string What);
