using System.Diagnostics;

namespace BarrierNode.Verify.Tests.Commands;

/// <summary>A command line of the documentation, as a person types it in the folder of the repository.</summary>
internal static class ShellCommand
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(4.5);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code, and what it wrote.</returns>
    public static (int ExitCode, string Output) Run(string line)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("bash", ["-c", $"{{ {line}; }} 2>&1"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
            },
        };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{line} did not end within {_limit.TotalMinutes} minutes.\n{output.Result}");
        }

        return (process.ExitCode, output.Result);
    }

    /// <summary>The command lines in the code blocks of a page.</summary>
    public static string[] OnPage(string page) =>
        [.. Repository.Text(page).Split("```").Where((_, i) => i % 2 == 1).SelectMany(block => block.Split('\n').Skip(1)).Where(line => line.Length > 0)];
}
