using System.Runtime.CompilerServices;

namespace BarrierNode.Control.Tests;

/// <summary>Reads the pages in docs/.</summary>
internal static class DocsPage
{
    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "docs", name)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
