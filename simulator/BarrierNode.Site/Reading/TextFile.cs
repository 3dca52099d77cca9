using System.Text;

namespace BarrierNode.Site;

/// <summary>Reads the text of a site file or board file, and says in a sentence why it cannot.</summary>
internal static class TextFile
{
    private const int MaxBytes = 256 * 1024;

    public static byte[] Bytes(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (Directory.Exists(path))
            {
                throw Unusable(path, "this is a folder", "a YAML file");
            }

            if (!info.Exists)
            {
                throw Unusable(path, "the file does not exist", "the path of a YAML file");
            }

            return info.Length > MaxBytes ? throw TooLong(path, info.Length) : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unusable(path, $"the file cannot be read ({e.Message.TrimEnd('.')})", "a file that this user may read");
        }
    }

    public static string Text(string path, byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw TooLong(path, bytes.Length);
        }

        string text = Decode(path, bytes);
        var problems = new ProblemList(path);
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\t'))
            {
                problems.Add(i + 1, "a tab character", "spaces");
            }
        }

        problems.ThrowIfAny();
        return text;
    }

    private static string Decode(string path, byte[] bytes)
    {
        int start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            int at = Math.Clamp(start + e.Index, 0, bytes.Length);
            int line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            throw new SiteFileException([new SiteProblem(path, line, "this line is not UTF-8", "a file saved as UTF-8")]);
        }
    }

    private static SiteFileException TooLong(string path, long length) =>
        Unusable(path, $"the file has {length} bytes", $"at most {MaxBytes}");

    private static SiteFileException Unusable(string path, string what, string expected) =>
        new([new SiteProblem(path, 1, what, expected)]);
}
