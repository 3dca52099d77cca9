using System.Text;

namespace BarrierNode.Mqtt;

/// <summary>Files that only their owner may read: folders with mode 0700, files with mode 0600.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder; one that is there stays as it is.</summary>
    /// <param name="folder">Its path.</param>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
    }

    /// <summary>Replaces the file in one step, so that nobody reads half of it.</summary>
    /// <param name="path">File.</param>
    /// <param name="text">New content.</param>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces the file in one step, so that nobody reads half of it and a power cut leaves the old or the new one.</summary>
    /// <param name="path">File.</param>
    /// <param name="bytes">New content.</param>
    public static void Write(string path, byte[] bytes)
    {
        string draft = path + ".new";
        File.Delete(draft);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }
        using (FileStream stream = new(draft, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}
