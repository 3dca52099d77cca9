using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Interlock.Tests.Tables;

/// <summary>The gate tables of every site in simulator/sites, as their nodes get them.</summary>
internal static class SiteTables
{
    /// <summary>Name of the site and words of its gate table.</summary>
    public static IReadOnlyList<(string Name, long[] Words)> All { get; } =
    [
        .. Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Words(file))),
    ];

    private static long[] Words(string file) => SiteCompiler.Compile(SiteFile.Load(file, Repository.File("hardware/boards"))).Gate.Words;
}
