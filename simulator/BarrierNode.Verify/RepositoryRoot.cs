namespace BarrierNode.Verify;

/// <summary>Finds the sources that the checks read.</summary>
public static class RepositoryRoot
{
    /// <summary>The file that marks the repository's folder.</summary>
    public const string Solution = "BarrierNode.sln";

    /// <summary>Looks for <c>BarrierNode.sln</c> in a folder and those above it.</summary>
    /// <param name="start">Where to begin, usually the working directory.</param>
    /// <returns>Full path of the folder, or null when there is none.</returns>
    public static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
