using BarrierNode.Site;

namespace BarrierNode.Sim.Tests;

/// <summary>The sites that come with the program.</summary>
internal static class FaultSites
{
    public static IEnumerable<object[]> All =>
        Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal).Select(f => new object[] { Path.GetFileNameWithoutExtension(f) });

    public static SiteModel Load(string name) => SiteFile.Load(Repository.File($"simulator/sites/{name}.yaml"), Repository.File("hardware/boards"));

    public static City City(string name, int seed = 1) => new([Load(name)], new CityOptions(seed));
}
