using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>The valve of the emergency stroke moves steel: the gate binds it like the raise drive.</summary>
[TestClass]
public sealed class FastValveTests
{
    private static readonly string Yaml = TestSite.With(
        ("    signal: { red: 18, green: 19 }\n", "    signal: { red: 18, green: 19 }\n    outputs: [{ role: efo-valve, pin: 32 }]\n"));

    private static SiteTable Table() => SiteCompiler.Compile(SiteFiles.Read(Yaml));

    [TestMethod]
    public void Valve_RequiresAndRefusesWhatTheRaiseDriveDoes()
    {
        SiteTable table = Table();
        int valve = Array.IndexOf(table.OutputNames, "north.efoValve");
        int raise = Array.IndexOf(table.OutputNames, "north.raise");
        int lower = Array.IndexOf(table.OutputNames, "north.lower");

        Assert.AreEqual(table.Gate.MustBeOne(raise), table.Gate.MustBeOne(valve));
        Assert.AreEqual(table.Gate.MustBeZero(raise), table.Gate.MustBeZero(valve));
        Assert.AreEqual(1L << lower, table.Gate.Words[GateTable.ExcludesAt + valve]);
        Assert.AreEqual((1L << valve) | (1L << raise), table.Gate.Words[GateTable.ExcludesAt + lower]);
        Assert.AreNotEqual(0, table.Gate.MotionOutputs & (1 << valve), "a late scan drops it");
        foreach (int word in new[] { GateTable.MaxOnUsAt, GateTable.RestUsAt, GateTable.LeaseUsAt, GateTable.DeadTimeUsAt })
        {
            Assert.AreEqual(table.Gate.Words[word + raise], table.Gate.Words[word + valve]);
        }
    }

    [TestMethod]
    public void Table_WhoseValveOpensWithoutAWarning_IsRejected()
    {
        SiteTable table = Table();
        int valve = Array.IndexOf(table.OutputNames, "north.efoValve");
        table.Gate.Words[GateTable.MustBeOneAt + valve] = 0;
        table.Gate.Words[GateTable.CheckWordAt] = CheckWord.Of(table.Gate.Words);

        Assert.AreEqual("lane north: a raise output lacks quiet, up or warned in its rules", SiteTableCheck.Fault(table));
    }
}
