using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Run;

/// <summary><c>barriernode run</c>: starts everything and keeps it running.</summary>
public static class RunCommand
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="o">What to run.</param>
    /// <param name="ct">Tells it to stop.</param>
    /// <returns>The exit code of the program.</returns>
    public static Task<int> Execute(RunOptions o, CancellationToken ct) =>
        throw new NotSupportedException("The street, the node, the broker and the hub are not joined together yet.");
}
