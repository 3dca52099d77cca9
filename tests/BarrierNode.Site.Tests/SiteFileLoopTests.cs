using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

/// <summary>Loops that the node measures as a frequency.</summary>
[TestClass]
public sealed class SiteFileLoopTests
{
    private const string Relay = "name: inner, pin: 25, holdMs: 1000 }";
    private const int Line = 19;

    [TestMethod]
    public void FrequencyLoop_Compiled_IsInTheTable()
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Read(With("kind: frequency, nominalHz: 110000, sensitivityPpm: 500, maxDriftPpmPerMinute: 6000")));
        Assert.HasCount(1, table.Loops);
        LoopTable loop = table.Loops[0];
        Assert.AreEqual("inner", table.InputNames[loop.Input]);
        Assert.AreEqual(25, loop.Pin);
        Assert.AreEqual(110_000, loop.NominalHz);
        Assert.AreEqual(500, loop.SensitivityPpm);
        Assert.AreEqual(6000, loop.MaxDriftPpmPerMinute);
        Assert.IsNull(SiteTableCheck.Fault(table));
    }

    [TestMethod]
    public void FrequencyLoop_WithoutADrift_TakesTheFastest() =>
        Assert.AreEqual(10_000, SiteFiles.Read(With("kind: frequency, nominalHz: 60000, sensitivityPpm: 900")).Lanes[0].Loops[0].Frequency!.MaxDriftPpmPerMinute);

    // H8
    [TestMethod]
    public void FrequencyLoop_FinerThanCountAndWeatherAllow_IsRefusedWithTheFinest() => TestSite.AssertRefused(
        With("kind: frequency, nominalHz: 60000, sensitivityPpm: 150"),
        $"site.yaml:{Line}: 'loop.sensitivityPpm' is 150, finer than a count at 60000 Hz and a drift of 10000 ppm a minute can tell, "
        + $"expected {LoopSettings.FinestPpm(60_000, 10_000)} to 20000, or a higher nominalHz, or a lower maxDriftPpmPerMinute");

    [TestMethod]
    public void FrequencyLoop_WithAContact_IsRefused() => TestSite.AssertRefused(
        With("kind: frequency, nominalHz: 60000, sensitivityPpm: 900, contact: normally-closed"),
        $"site.yaml:{Line}: 'loop.contact' stands at a loop that has no contact, expected kind: relay");

    [TestMethod]
    public void RelayLoop_WithANominalFrequency_IsRefused() => TestSite.AssertRefused(
        With("nominalHz: 60000"),
        $"site.yaml:{Line}: 'loop.nominalHz' stands at a loop that is not measured, expected kind: frequency");

    [TestMethod]
    [DataRow("nominalHz", 17_999)]
    [DataRow("sensitivityPpm", 20_001)]
    [DataRow("sensitivityPpm", 0)]
    [DataRow("maxDriftPpmPerMinute", 599)]
    [DataRow("input", 40)]
    [DataRow("input", 0)]
    public void Table_WithALoopThatCannotBe_IsRefusedByTheNode(string field, int value)
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Read(With("kind: frequency, nominalHz: 110000, sensitivityPpm: 500")));
        LoopTable loop = table.Loops[0];
        switch (field)
        {
            case "nominalHz":
                loop.NominalHz = value;
                break;
            case "sensitivityPpm":
                loop.SensitivityPpm = value;
                break;
            case "maxDriftPpmPerMinute":
                loop.MaxDriftPpmPerMinute = value;
                break;
            default:
                loop.Input = value == 0 ? Array.IndexOf(table.InputNames, "north.down") : value;
                break;
        }

        StringAssert.StartsWith(SiteTableCheck.Fault(table), "loop 0: ");
    }

    private static string With(string keys) => TestSite.With((Relay, $"name: inner, pin: 25, holdMs: 1000, {keys} }}"));
}
