using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>Two lines that are never open together: the key, and what it makes of the gate.</summary>
[TestClass]
public sealed class SallyPortTests
{
    private const string NorthSettings = "    signal: { red: 18, green: 19 }\n";
    private const string DepotSettings = "    limits: { up: [27], down: [14] }\n";

    private static string With(string? north, string? depot) => TestSite.With(
        (NorthSettings, NorthSettings + (north is null ? "" : $"    sallyPort: {north}\n")),
        (DepotSettings, DepotSettings + (depot is null ? "" : $"    sallyPort: {depot}\n")));

    private static SiteTable Table() => SiteCompiler.Compile(SiteFiles.Read(With("depot", "north")));

    [TestMethod]
    public void Lanes_ThatNameEachOther_AreASallyPort()
    {
        SiteTable table = Table();

        CollectionAssert.AreEqual(new[] { 1, 0 }, table.Lanes.Select(l => l.SallyLane).ToArray());
        CollectionAssert.AreEqual(new[] { -1, -1 }, SiteCompiler.Compile(SiteFiles.Read(TestSite.Yaml)).Lanes.Select(l => l.SallyLane).ToArray());
    }

    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 0)]
    public void Lowering_RequiresTheOtherLineUpAndNotBeingLowered(int lane, int other)
    {
        SiteTable table = Table();
        int lower = int.TrailingZeroCount(table.Lanes[lane].LowerOutputs);

        Assert.AreNotEqual(0, table.Gate.MustBeOne(lower) & (1L << ConditionBit.OfLane(other, ConditionBit.LaneUp)));
        Assert.AreNotEqual(0, table.Gate.Words[GateTable.ExcludesAt + lower] & table.Lanes[other].LowerOutputs);
        Assert.AreEqual(500_000, table.Gate.Words[GateTable.DeadTimeUsAt + lower], "a barrier coasts");
    }

    [TestMethod]
    public void Raising_DoesNotDependOnTheOtherLine()
    {
        SiteTable table = Table();
        SiteTable plain = SiteCompiler.Compile(SiteFiles.Read(TestSite.Yaml));
        int raise = int.TrailingZeroCount(table.Lanes[0].RaiseOutputs);

        Assert.AreEqual(plain.Gate.MustBeOne(raise), table.Gate.MustBeOne(raise));
        Assert.AreEqual(plain.Gate.MustBeZero(raise), table.Gate.MustBeZero(raise));
    }

    [TestMethod]
    public void Lane_NamedByNobody_IsRefused() => TestSite.AssertRefused(
        With("depot", null), "site.yaml:18: lane 'north' names 'depot', and 'depot' names none, expected 'sallyPort: north' in lane 'depot'");

    [TestMethod]
    [DataRow("north")]
    [DataRow("south")]
    public void Lane_ThatNamesItselfOrNone_IsRefused(string other) => TestSite.AssertRefused(
        With(other, null), $"site.yaml:18: 'lane.sallyPort' of lane 'north' is '{other}', expected the other line, a lane of this site");

    [TestMethod]
    public void Table_WhoseGateLetsBothLinesOpen_IsRejected()
    {
        SiteTable table = Table();
        SiteTable plain = SiteCompiler.Compile(SiteFiles.Read(TestSite.Yaml));
        table.Gate = plain.Gate;
        Assert.AreEqual("lane north: its sally port does not hold both lines", SiteTableCheck.Fault(table));

        SiteTable half = Table();
        half.Lanes[1].SallyLane = -1;
        Assert.AreEqual("lane north: its sally port does not hold both lines", SiteTableCheck.Fault(half));

        SiteTable itself = Table();
        itself.Lanes[0].SallyLane = 0;
        Assert.AreEqual("lane north: its sally port does not hold both lines", SiteTableCheck.Fault(itself));

        SiteTable nowhere = Table();
        nowhere.Lanes[0].SallyLane = 2;
        Assert.AreEqual("lane north: its sally port does not hold both lines", SiteTableCheck.Fault(nowhere));
    }
}
