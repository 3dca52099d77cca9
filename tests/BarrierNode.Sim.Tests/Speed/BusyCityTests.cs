using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim.Tests.Speed;

/// <summary>The city that the speed is measured on lives, and its nodes do not disturb each other.</summary>
[TestClass]
public sealed class BusyCityTests
{
    private static SiteModel Promenade =>
        SiteFile.Load(Repository.File("simulator/sites/promenade.yaml"), Repository.File("hardware/boards"));

    [TestMethod]
    public void Traffic_TenMinutes_EveryLaneOpensAndClosesForVehicles()
    {
        BusyCity busy = new([Promenade], 5, laws: true);
        busy.Advance(600);
        Assert.IsNull(busy.BrokenLaw);
        foreach (string lane in new[] { "promenade", "depot" })
        {
            Assert.IsGreaterThan(2, Moves(busy.City, lane, CommandOp.Lower), lane);
            Assert.IsGreaterThan(2, Moves(busy.City, lane, CommandOp.Raise), lane);
        }

        Assert.AreEqual(0, busy.City.Stations[0].Street.Strikes);
    }

    [TestMethod]
    public void Observer_OfEverySite_SeesEveryScan()
    {
        int[] scans = new int[3];
        BusyCity busy = new([.. Sites(3)], 1, watch: station => station.Node.Scanned += () => scans[station.Number]++);
        busy.Advance(10);

        // 50 scans a second, but for the moment of the start and the 1.2 s in which the link is opened.
        foreach (int seen in scans)
        {
            Assert.IsInRange(430, 440, seen);
        }
    }

    // Many nodes run in long strides, one alone in short ones: what happens at a node must not depend on it.
    [TestMethod]
    public void Node_AmongOthers_LivesAsItDoesAlone()
    {
        City alone = new([Promenade], new CityOptions(3));
        City among = new([.. Sites(4)], new CityOptions(3));
        List<string> aloneTold = Told(alone.Stations[0]);
        List<string> amongTold = Told(among.Stations[0]);
        foreach (City city in new[] { alone, among })
        {
            city.Advance(1_000_000);
            city.Hub.Send(city.Stations[0], "promenade", CommandOp.Lower);
            city.Advance(1_230_000);
            city.Hub.Send(city.Stations[0], "depot", CommandOp.Lower);
            city.Advance(20_000_000);
        }

        Assert.IsGreaterThan(10, aloneTold.Count);
        Assert.AreSequenceEqual(aloneTold, amongTold);
    }

    [TestMethod]
    public void Advance_InPieces_GivesWhatOneStrideGives()
    {
        City whole = new([.. Sites(3)], new CityOptions(3));
        City pieces = new([.. Sites(3)], new CityOptions(3));
        List<string> wholeTold = Told(whole.Stations[2]);
        List<string> piecesTold = Told(pieces.Stations[2]);
        whole.Hub.Send(whole.Stations[2], "promenade", CommandOp.Lower);
        pieces.Hub.Send(pieces.Stations[2], "promenade", CommandOp.Lower);
        whole.Advance(12_000_000);
        for (int i = 0; i < 400; i++)
        {
            pieces.Advance(30_000);
        }

        Assert.AreEqual(whole.NowUs, pieces.NowUs);
        Assert.IsGreaterThan(5, wholeTold.Count);
        Assert.AreSequenceEqual(wholeTold, piecesTold);
    }

    private static List<string> Told(Station station)
    {
        List<string> told = [];
        station.Node.Reported += report => told.Add($"{report}");
        return told;
    }

    private static IEnumerable<SiteModel> Sites(int count) => Enumerable.Range(0, count).Select(i => Promenade with { Node = $"node-{i}" });

    private static int Moves(City city, string lane, CommandOp op) =>
        city.Hub.Commands.Count(c => c.Lane == lane && c.Op == op && c.Last?.Stage == AckStage.Done);
}
