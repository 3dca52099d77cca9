namespace BarrierNode.NanoHost;

/// <summary>Drive <c>I:</c> of the chip that the calling thread belongs to, in a folder of this machine.</summary>
internal static class ChipStorage
{
    private const string Drive = @"I:\";

    internal static bool Exists(string path) => File.Exists(Resolve(path));

    internal static void Delete(string path) => File.Delete(Resolve(path));

    internal static void Move(string from, string to) => File.Move(Resolve(from), Resolve(to));

    internal static byte[] ReadAllBytes(string path) => File.ReadAllBytes(Resolve(path));

    internal static void WriteAllBytes(string path, byte[] bytes)
    {
        using FileStream file = (FileStream)Open(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    // Unbuffered: what was written before a power cut is there, and nothing is written after it when the thread's streams are disposed.
    internal static Stream Open(string path, FileMode mode, FileAccess access) =>
        new FileStream(Resolve(path), mode, access, FileShare.Read, bufferSize: 0);

    internal static void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    private static string Resolve(string path)
    {
        ChipRun run = ChipRun.Require();
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.StartsWith(Drive, StringComparison.Ordinal) ? path[Drive.Length..].Split('\\') : [];
        if (parts.Length == 0 || Array.Exists(parts, static part => !IsName(part)))
        {
            throw new IOException($"\"{path}\" is no path of the chip's storage. Expected {Drive}NAME or {Drive}FOLDER\\NAME.");
        }
        return Path.Combine([run.Chip.StorageFolder, .. parts]);
    }

    private static bool IsName(string part) => part is not ("" or "." or "..") && part.AsSpan().IndexOfAny("/:*?\"<>|\0") < 0;
}
