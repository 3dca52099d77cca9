namespace BarrierNode.Verify;

/// <summary>One thing that a check found wrong.</summary>
/// <param name="File">Path below the repository's root, with <c>/</c> between folders.</param>
/// <param name="Line">Line in that file, from 1.</param>
/// <param name="What">What is wrong and what is expected instead: <c>what, expected what</c>.</param>
public sealed record Finding(string File, int Line, string What);
