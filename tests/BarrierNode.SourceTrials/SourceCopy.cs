namespace BarrierNode.SourceTrials;

/// <summary>A copy of the sources that keeps what was built in it, so that the next run builds only what has changed.</summary>
/// <param name="root">The repository.</param>
/// <param name="copy">Folder of the copy.</param>
/// <param name="folders">The folders of the repository that are copied, beside the files at its top.</param>
public sealed class SourceCopy(string root, string copy, string[] folders)
{
    private static readonly string[] Built = ["bin", "obj", "TestResults", "StrykerOutput"];

    /// <summary>Folder of the copy.</summary>
    public string Folder => copy;

    /// <summary>Takes the copy for this run alone.</summary>
    /// <returns>Holds the copy until it is disposed; null when another run has it, which is told on the error output.</returns>
    public IDisposable? Take()
    {
        Directory.CreateDirectory(copy);
        try
        {
            return new FileStream(Path.Combine(copy, ".owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            Console.Error.WriteLine($"Another run uses {copy}. Wait for its end, or name another folder in BARRIERNODE_STATE.");
            return null;
        }
    }

    /// <summary>Makes the copy equal to the sources, also after a run that was broken off.</summary>
    public void Refresh()
    {
        string[] sources = [.. Directory.GetFiles(root).Concat(folders.SelectMany(f => Sources(Path.Combine(root, f)))).Select(f => Path.GetRelativePath(root, f))];
        foreach (string file in sources)
        {
            Write(file, File.ReadAllBytes(Path.Combine(root, file)));
        }

        IEnumerable<string> copied = folders.Select(f => Path.Combine(copy, f)).Where(Directory.Exists).SelectMany(Sources);
        foreach (string file in copied.Except(sources.Select(s => Path.Combine(copy, s))))
        {
            File.Delete(file);
        }
    }

    /// <summary>Replaces the text that a file of the copy must have once.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="find">The text.</param>
    /// <param name="replace">What comes in its place.</param>
    /// <param name="original">The file as it was.</param>
    /// <returns>False when it is not there once.</returns>
    public bool Replace(string file, string find, string replace, out string original)
    {
        original = File.ReadAllText(Path.Combine(copy, file));
        int at = original.IndexOf(find, StringComparison.Ordinal);
        if (at < 0 || at != original.LastIndexOf(find, StringComparison.Ordinal))
        {
            return false;
        }

        File.WriteAllText(Path.Combine(copy, file), original[..at] + replace + original[(at + find.Length)..]);
        return true;
    }

    /// <summary>Puts a file of the copy back as it was.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="original">The file as it was.</param>
    public void Restore(string file, string original) => File.WriteAllText(Path.Combine(copy, file), original);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(d => !Built.Contains(Path.GetFileName(d))).SelectMany(Sources));

    // Only what differs is written: the time of a file tells the build whether it has changed.
    private void Write(string file, byte[] bytes)
    {
        string path = Path.Combine(copy, file);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
}
