using System.Text;

namespace BarrierNode.Mqtt;

/// <summary>Files that only their owner may read: folders with mode 0700, files with mode 0600.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static void CreateFolder(string folder)
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
    internal static void Write(string path, string text)
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
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        File.Move(draft, path, overwrite: true);
    }
}
