namespace BarrierNode.Desktop.Tests.Support;

/// <summary>A command line of the documentation as words. The folder of the repository may have spaces, so it is put in last.</summary>
internal static class CommandWords
{
    public static string[] Of(string line) =>
    [
        .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            word == "FILE" ? Repository.File("simulator/sites/promenade.yaml")
            : word.StartsWith("simulator/sites/", StringComparison.Ordinal) ? Repository.File(word)
            : word.Replace("HOST:PORT", "localhost:8883", StringComparison.Ordinal)),
    ];
}
