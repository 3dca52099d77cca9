using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.Equipment;

/// <summary>
/// Every site of simulator/sites in random operation: people, vehicles, faults, power cuts. After every scan the laws of <see cref="StreetLaws"/>
/// must hold. <c>BARRIERNODE_RANDOM_HOURS=20 dotnet test tests/BarrierNode.Street.Tests -c Release --filter Name~RandomOperation</c> runs each site
/// for 20 street hours; <c>BARRIERNODE_RANDOM_SEED</c> repeats a run.
/// </summary>
[TestClass]
public sealed class RandomOperationTests
{
    private const double EpisodeS = 400;
    private const double ShortHours = 0.25;

    // The short form is the same every time: chance looks for faults in the long one, for which a seed is given.
    private const int ShortSeed = 1;

    public static IEnumerable<object[]> Sites =>
        Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal).Select(p => new object[] { Path.GetFileNameWithoutExtension(p) });

    // H3, H4, H5, H13, H15, H20
    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void RandomOperation_OfASite_BreaksNoLaw(string name)
    {
        SiteModel site = SiteFile.Load(Repository.File($"simulator/sites/{name}.yaml"), Repository.File("hardware/boards"));
        int seed = (int)(Number("BARRIERNODE_RANDOM_SEED") ?? ShortSeed);
        int episodes = (int)Math.Ceiling((Number("BARRIERNODE_RANDOM_HOURS") ?? ShortHours) * 3600 / EpisodeS);
        int strokes = 0;
        int asked = 0;
        int refusals = 0;
        int replayed = 0;
        int survived = 0;
        for (int e = 0; e < episodes; e++)
        {
            StreetLaws laws = Episode(site, new Random(seed + e), $"{name}, seed {seed + e}");
            strokes += laws.Strokes;
            asked += laws.Asked;
            refusals += laws.Refusals;
            replayed += laws.Replayed;
            survived += laws.Survived;
        }

        Console.WriteLine(
            $"{name}, seed {seed}: {episodes * EpisodeS / 3600:F1} street hours, {strokes} strokes, {asked} of them asked for by the lane, {refusals} refusals with reasons, "
            + $"{replayed} scans replayed, {survived} orders in force over restarts");
        Assert.IsGreaterThan(5 * episodes, strokes, "too little moves to prove anything");
        Assert.IsGreaterThan(episodes, refusals);
        Assert.IsGreaterThan(100 * episodes, replayed);
    }

    private static double? Number(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out double number) ? number : null;

    private static StreetLaws Episode(SiteModel site, Random random, string name)
    {
        int[] kept = [.. site.Lanes.SelectMany(l => l.Loops).DistinctBy(l => l.Name).Where(l => l.Frequency is not null).Select(l => l.Frequency!.NominalHz * 1000)];
        var rig = new LaneRig((StreetStart)random.Next(3), site: site, keptMilliHz: kept);
        var street = new RandomStreet(site, rig, random);
        var laws = new StreetLaws(site, rig, street, name);
        rig.Run(2);
        street.Mend();
        while (rig.Clock.NowUs < EpisodeS * 1_000_000)
        {
            street.Act();
            rig.Run(random.Next(1, 4) * 0.1);
            if (random.Next(100) == 0)
            {
                rig.Cabinet.Controller.WantRecord();
            }
            else if (random.Next(80) == 0)
            {
                Restart(rig, laws, random);
            }

            if (rig.Cabinet.Controller.Recorder.Frozen)
            {
                laws.Replay();
                rig.Run(0.02);
            }
        }

        return laws;
    }

    // Nobody touches anything until what was in force had the time to be told.
    private static void Restart(LaneRig rig, StreetLaws laws, Random random)
    {
        Controller before = rig.Cabinet.Controller;
        rig.Cabinet.PowerOff();
        rig.Stalled = true;
        rig.Run(random.Next(1, 40) * 0.1);
        rig.Stalled = false;
        rig.Restart(before.LatchedTrips, [.. Enumerable.Range(0, before.Loops.Count).Select(l => before.Loops[l].KeptMilliHz)]);
        laws.Restarted();
        rig.Run(2);
    }
}
