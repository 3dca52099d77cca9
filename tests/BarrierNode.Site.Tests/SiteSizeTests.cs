using System.Text;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>The largest site that one node can carry. Tried on an imaginary board whose pins can all do everything.</summary>
[TestClass]
public sealed class SiteSizeTests
{
    private static readonly BoardModel Board = new(
        "ALL",
        "Imaginary",
        Enumerable.Range(0, 40).ToDictionary(g => g, g => new BoardPin(g, PinUse.InputOutput, false, "")));

    [TestMethod]
    public void Site_WithFourLanesAndSixteenOutputs_IsAccepted()
    {
        SiteModel site = Read(Site(lanes: 4, barriers: 1, lamps: 7));

        Assert.AreEqual(16, SiteCompiler.Compile(site).OutputNames.Length);
    }

    [TestMethod]
    public void Site_WithFiveLanes_IsRefused()
    {
        AssertRefused(Site(lanes: 5, barriers: 1, lamps: 0), "site.yaml:8: there are 5 lanes, expected at most 4 for one node");
    }

    [TestMethod]
    public void Site_WithSeventeenOutputs_IsRefused()
    {
        AssertRefused(Site(lanes: 4, barriers: 1, lamps: 8), "site.yaml:8: the lanes need 17 outputs, expected at most 16 for one node");
    }

    [TestMethod]
    public void Site_WithThirtyFourInputs_IsRefused()
    {
        AssertRefused(Site(lanes: 2, barriers: 8, lamps: 0), "site.yaml:8: the site needs 34 inputs, expected at most 32 for one node");
    }

    [TestMethod]
    public void Site_ThatWatchesItselfInEveryLane_IsAccepted()
    {
        SiteTable table = SiteCompiler.Compile(Read(Site(lanes: 4, barriers: 1, lamps: 0, watched: true)));

        Assert.AreEqual(8, table.Gate.Words[GateTable.FeedbackCountAt]);
        Assert.AreEqual("lane0.raiseAux", table.InputNames[(int)table.Gate.Words[GateTable.FeedbackInputAt]]);
        string[] contacts = [.. table.InputNames.Where(n => n.EndsWith("Aux", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(table.OutputNames[..8], contacts.Select(n => n[..^3]).ToArray());
    }

    [TestMethod]
    public void Site_WithThirtyTwoInputs_IsAccepted()
    {
        SiteTable table = SiteCompiler.Compile(Read(Site(lanes: 2, barriers: 6, lamps: 0, watched: true)));

        Assert.HasCount(32, table.InputNames);
        Assert.IsNull(SiteTableCheck.Fault(table));
    }

    [TestMethod]
    public void Site_WithThirtyThreeInputs_CountsFeedbackAndBothChannels()
    {
        string yaml = Site(lanes: 2, barriers: 6, lamps: 0, watched: true)
            .Replace(" ]\n  - id: lane1", ", { name: more, pin: 39, holdMs: 1000 } ]\n  - id: lane1")
            .Replace(" } }\n    - { lane: lane1", ", more: [35, 36] } }\n    - { lane: lane1");

        AssertRefused(yaml, "site.yaml:9: the site needs 33 inputs, expected at most 32 for one node");
    }

    private static SiteModel Read(string yaml) => SiteFile.Read("site.yaml", Encoding.UTF8.GetBytes(yaml), [Board]);

    private static void AssertRefused(string yaml, string problem)
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => Read(yaml));

        Assert.AreEqual(problem, e.Message);
    }

    private static string Site(int lanes, int barriers, int lamps, bool watched = false)
    {
        int next = 0;
        string Pins(int count) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => next++))}]";
        var yaml = new StringBuilder("version: 1\ncity: lab\nsite: large\nnode: n1\nboard: ALL\n");
        yaml.Append($"permit: {{ pin: {next++} }}\nemergencyStop: {{ pin: {next++}");
        yaml.Append(watched ? $", secondPin: {next++} }}\nresetButton: {{ pin: {next++} }}\nlanes:\n" : " }\nlanes:\n");
        int warning = next++;
        int loop = next++;
        for (int l = 0; l < lanes; l++)
        {
            yaml.Append($"  - id: lane{l}\n    kind: bollard-group\n    barriers: {barriers}\n");
            yaml.Append($"    drive: {{ raise: {Pins(1)}, lower: {Pins(1)}, deadTimeMs: 300, maxRunMs: 9000, restMs: 1000");
            yaml.Append(watched ? $", feedback: {{ raise: {Pins(1)}, lower: {Pins(1)} }} }}\n" : " }\n");
            yaml.Append($"    limits: {{ up: {Pins(barriers)}, down: {Pins(barriers)} }}\n");
            yaml.Append("    stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }\n");
            yaml.Append($"    warning: {{ raiseMs: 1000, lowerMs: 0, pins: [{warning}] }}\n");
            string green = lamps > (2 * l) + 1 ? $", green: {next++}" : "";
            yaml.Append(lamps > 2 * l ? $"    signal: {{ red: {next++}{green} }}\n" : "");
            yaml.Append($"    loops: [ {{ name: loop, pin: {loop}, holdMs: 1000 }} ]\n");
        }

        yaml.Append("street:\n  lengthM: 60\n  widthM: 60\n  speedKmh: 18\n  carriageways:\n");
        for (int l = 0; l < lanes; l++)
        {
            yaml.Append($"    - {{ lane: lane{l}, centreM: {4 + (l * 8)}, widthM: 5, barrierAtM: 30, stopLineM: 20, ");
            yaml.Append("loops: { loop: [26, 34] } }\n");
        }

        return yaml.ToString();
    }
}
