using System.Collections.Concurrent;
using System.Diagnostics;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>A program that a test started: its lines, its exit code; killed at the latest when the test ends.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private ToolRun(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Keep(_lines, e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(_errors, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public string Errors => string.Join('\n', _errors);

    public static ToolRun Start(string program, params string[] arguments) =>
        Start(program, arguments, new Dictionary<string, string>());

    public static ToolRun Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ToolRun(start);
    }

    public string WaitForLine(Func<string, bool> wanted, string what) =>
        Wait.For(() => _lines.FirstOrDefault(wanted), what, () => $"Lines:\n{string.Join('\n', _lines)}\n{Errors}");

    /// <summary>Waits for the end and returns the exit code.</summary>
    public int WaitForExit()
    {
        bool ended = _process.WaitForExit(Wait.Limit + Wait.Limit);
        Assert.IsTrue(ended, $"{_process.StartInfo.FileName} ends.\n{string.Join('\n', _lines)}\n{Errors}");

        // Once more without a limit: that also waits for the rest of the output.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, such as INT or TERM.</summary>
    public void Signal(string name)
    {
        using ToolRun kill = Start("kill", $"-{name}", $"{_process.Id}");
        Assert.AreEqual(0, kill.WaitForExit(), kill.Errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line != null)
        {
            lines.Enqueue(line);
        }
    }
}
