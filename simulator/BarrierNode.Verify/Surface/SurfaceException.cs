namespace BarrierNode.Verify.Surface;

/// <summary>Surface data that cannot be used.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="line">Line in it, from 1.</param>
/// <param name="what">What is wrong and what is expected: <c>what, expected what</c>.</param>
public sealed class SurfaceException(string file, int line, string what) : Exception($"{file}:{line}: {what}")
{
    /// <summary>Name of the file.</summary>
    public string File { get; } = file;

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong and what is expected.</summary>
    public string What { get; } = what;
}
