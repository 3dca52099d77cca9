namespace BarrierNode.EndToEnd.Tests;

/// <summary>Files of the repository that are not copied beside the tests.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    public static string File(string path) => Path.Combine(s_root, path);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "BarrierNode.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
