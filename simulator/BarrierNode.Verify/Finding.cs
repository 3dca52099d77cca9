namespace BarrierNode.Verify;

/// <summary>One thing that a check has found wrong.</summary>
/// <param name="File">Path below the root of the repository, with <c>/</c> between folders.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="What">What is wrong there, a sentence without its full stop.</param>
public sealed record Finding(string File, int Line, string What)
{
    /// <summary>The finding as one line: file, line, what.</summary>
    public override string ToString() => $"{File}:{Line}: {What}";
}
