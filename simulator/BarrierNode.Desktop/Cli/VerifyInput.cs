using BarrierNode.Verify;

namespace BarrierNode.Desktop.Cli;

/// <summary>What the checks of the firmware have in common: the repository that they read, and how they tell what they find.</summary>
internal static class VerifyInput
{
    /// <summary>Finds the repository.</summary>
    /// <param name="root">Its folder, or null for the one around the working directory.</param>
    /// <param name="errors">Where a sentence goes when there is none.</param>
    /// <returns>The folder, or null.</returns>
    public static string? Repository(string? root, TextWriter errors)
    {
        string start = root ?? Environment.CurrentDirectory;
        string? repository = root is null ? RepositoryRoot.Find(start) : File.Exists(Path.Combine(root, RepositoryRoot.Solution)) ? root : null;
        if (repository is null)
        {
            string option = root is null ? "working directory" : "--root";
            errors.WriteLine($"{option}: found \"{start}\", expected the repository's folder, which has {RepositoryRoot.Solution}.");
        }

        return repository;
    }

    /// <summary>Tells findings, one a line: <c>FILE:LINE: what, expected what</c>.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="errors">Where to.</param>
    /// <returns>The exit code: 0 without findings, else <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Tell(IReadOnlyList<Finding> findings, TextWriter errors)
    {
        foreach (Finding finding in findings)
        {
            errors.WriteLine($"{finding.File}:{finding.Line}: {finding.What}");
        }

        return findings.Count == 0 ? 0 : CommandLine.WrongInput;
    }
}
