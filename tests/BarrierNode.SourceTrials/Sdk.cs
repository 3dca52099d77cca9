using System.Diagnostics;

namespace BarrierNode.SourceTrials;

/// <summary>Runs the SDK in a folder.</summary>
/// <param name="folder">The folder.</param>
public sealed class Sdk(string folder)
{
    /// <summary>Where a project puts what is built of it.</summary>
    public const string Output = "bin/Release/net10.0";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Builds a project.</summary>
    /// <param name="project">Path of the project.</param>
    /// <param name="options">Further options.</param>
    /// <param name="log">What the build says.</param>
    /// <returns>False when it does not build.</returns>
    public bool Build(string project, string options, out string log)
    {
        // What is changed may leave something unused behind: that is no reason not to build.
        (bool ended, int exitCode, log) = Run($"build {project} -c Release -v q -m:1 -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false {options}");
        return ended && exitCode == 0;
    }

    /// <summary>Runs a command and waits for its end, five minutes at most.</summary>
    /// <param name="arguments">What comes behind <c>dotnet</c>.</param>
    /// <returns>Whether it has ended by itself, its exit code, and what it has written.</returns>
    public (bool Ended, int ExitCode, string Output) Run(string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(s_limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        return (ended, ended ? process.ExitCode : -1, output.Result + error.Result);
    }
}
