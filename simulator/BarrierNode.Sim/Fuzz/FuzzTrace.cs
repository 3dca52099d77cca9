using System.Globalization;

namespace BarrierNode.Sim.Fuzz;

/// <summary>A life as a text file: its site, seed, start, end, and what was done, line by line. It can be repeated without any chance.</summary>
public static class FuzzTrace
{
    private const string First = "# a random life of a street";
    private const string SiteMark = "site:";

    /// <summary>Writes a life.</summary>
    /// <param name="life">The life.</param>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <returns>Path of the file.</returns>
    public static string Save(EpisodeResult life, string folder)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{life.Finding?.Law.ToString().ToLowerInvariant() ?? "life"}-{life.Site.Name}-{life.Seed}.life"));
        File.WriteAllText(file, Format(life));
        return file;
    }

    /// <summary>A life as text.</summary>
    public static string Format(EpisodeResult life)
    {
        string finding = life.Finding is { } f ? string.Create(CultureInfo.InvariantCulture, $"# {f.Law} at {f.AtUs / 1e6:0.00} s: {f.What}\n") : "";
        string head = string.Create(CultureInfo.InvariantCulture, $"{First}\n{finding}seed {life.Seed}\nstart {life.Start}\nend {life.EndUs}\n");
        return $"{head}{string.Concat(life.Actions.Select(a => $"{a}\n"))}{SiteMark}\n{life.Site.Text}";
    }
}
