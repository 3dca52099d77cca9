using System.Text.RegularExpressions;

namespace BarrierNode.Verify.Surface;

/// <summary>The published surface of one assembly of the chip's libraries, as data.</summary>
public sealed partial class SurfaceFile
{
    private SurfaceFile(string name, Match head, IReadOnlyList<SurfaceLine> lines)
    {
        Name = name;
        Assembly = head.Groups[1].Value;
        Release = head.Groups[2].Value;
        Package = head.Groups[3].Value;
        Lines = lines;
    }

    /// <summary>Name of the file, as errors say it.</summary>
    public string Name { get; }

    /// <summary>Name of the assembly.</summary>
    public string Assembly { get; }

    /// <summary>Release that the data was taken from.</summary>
    public string Release { get; }

    /// <summary>Id of the package that the assembly comes in.</summary>
    public string Package { get; }

    /// <summary>All lines but the first, in order.</summary>
    public IReadOnlyList<SurfaceLine> Lines { get; }

    /// <summary>Names of the assemblies that this one references.</summary>
    public IEnumerable<string> References => Lines.Where(line => line.Kind == 'R').Select(line => line.Id.Full);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="name">Name of the file, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The surface.</returns>
    /// <exception cref="SurfaceException">The text is not of the format.</exception>
    public static SurfaceFile Parse(string name, string text)
    {
        string[] rows = text.Split('\n');
        Match head = Head().Match(rows[0]);
        if (!head.Success)
        {
            throw new SurfaceException(name, 1, $"\"{rows[0]}\", expected \"# ASSEMBLY RELEASE package PACKAGE-ID\"");
        }

        if (rows[^1].Length > 0)
        {
            throw new SurfaceException(name, rows.Length, "no end of line, expected one");
        }

        SurfaceLine[] lines = [.. rows[1..^1].Select((row, index) => SurfaceLine.Parse(name, index + 2, row))];
        foreach ((SurfaceLine line, SurfaceLine next) in lines.Zip(lines.Skip(1)))
        {
            if (string.CompareOrdinal(line.Text, next.Text) >= 0)
            {
                throw next.Fault("out of order, expected every line once and in ordinal order");
            }
        }

        SurfaceFile file = new(name, head, lines);
        file.CheckAssembly();
        file.CheckOwners();
        return file;
    }

    [GeneratedRegex(@"^# (\S+) (\S+) package (\S+)$")]
    private static partial Regex Head();

    private void CheckAssembly()
    {
        SurfaceLine[] assemblies = [.. Lines.Where(line => line.Kind == 'A')];
        if (assemblies.Length != 1 || assemblies[0].Id.Full != Assembly)
        {
            int number = assemblies.Length == 0 ? 1 : assemblies[^1].Number;
            throw new SurfaceException(Name, number, $"{assemblies.Length} lines A:, expected one, A:{Assembly}");
        }
    }

    private void CheckOwners()
    {
        HashSet<string> types = [.. Lines.Where(line => line.Kind == 'T').Select(line => line.Id.Full)];
        foreach (SurfaceLine line in Lines.Where(line => line.Kind is 'E' or 'F' or 'M' or 'P' || line.Is("nested")))
        {
            if (!types.Contains(line.Id.Owner))
            {
                throw line.Fault($"no line T:{line.Id.Owner}, expected the type of every member in the same file");
            }
        }
    }
}
