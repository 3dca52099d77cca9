namespace BarrierNode.Mqtt;

/// <summary>Finds installed programs.</summary>
internal static class ExecutableSearch
{
    // Debian installs the broker where an ordinary user's PATH does not look.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

    /// <summary>Finds a program in the folders of PATH and the system's own.</summary>
    /// <param name="name">File name.</param>
    /// <returns>Full path, or null.</returns>
    internal static string? Find(string name)
    {
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
