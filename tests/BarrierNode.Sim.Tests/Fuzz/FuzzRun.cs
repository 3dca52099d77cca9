using BarrierNode.Control;
using BarrierNode.Sim.Fuzz;
using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.Fuzz;

/// <summary>Runs of the fuzzer over the sites that come with the program.</summary>
internal static class FuzzRun
{
    public static FuzzSite Site(string name) => FuzzSite.Load(Repository.File($"simulator/sites/{name}.yaml"), Repository.File("hardware/boards"));

    public static FuzzSite[] AllSites =>
        [.. Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal).Select(p => Site(Path.GetFileNameWithoutExtension(p)))];

    /// <summary>A life of the promenade in which one law is broken by the hands of the test: nothing of the product does that.</summary>
    public static EpisodeResult Life(FuzzSite site, IReadOnlyList<FuzzAction> actions, long endUs) =>
        Episode.Repeat(new EpisodeResult(0, 7, site, Street.StreetStart.BarriersUp, endUs, 0, 0, 0, null, []), actions, endUs);

    public static string Describe(EpisodeResult life) => $"{life.Finding?.Law} in {life.Site.Name}, seed {life.Seed}: {life.Finding?.What}";

    public static FuzzAction Command(double atS, string lane, CommandOp op, int argument = 0) => new((long)(atS * 1e6), FuzzVerb.Command, lane, (int)op, argument);
}
