using System.Text.RegularExpressions;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.Emergency;

/// <summary>docs/equipment/emergency.md: its example is a lane, and its names are those of the firmware.</summary>
[TestClass]
public partial class EmergencyPageTests
{
    private static readonly string s_page = Repository.Text("docs/equipment/emergency.md");

    [TestMethod]
    public void Example_OfThePage_IsALane()
    {
        string example = s_page[(s_page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8)..];
        example = example[..example.IndexOf("```", StringComparison.Ordinal)];
        string[] items = [.. Item().Matches(example).Select(m => m.Groups[1].Value)];
        string settings = example.Split('\n').Single(line => line.TrimStart().StartsWith("settings:", StringComparison.Ordinal)).Trim();

        SiteModel site = EquipmentSite.Lane(
            lane: [settings],
            inputs: [.. items.Where(i => Roles.Inputs.Any(r => i.StartsWith($"role: {r.Word},", StringComparison.Ordinal)))],
            outputs: [.. items.Where(i => Roles.Outputs.Any(r => i.StartsWith($"role: {r.Word},", StringComparison.Ordinal)))]);

        Assert.HasCount(6, items);
        Assert.IsNull(SiteTableCheck.Fault(SiteCompiler.Compile(site)));
        Assert.AreEqual(1, site.Lanes[0].Setting(LaneSetting.EfoEnabled));
    }

    [TestMethod]
    public void Holds_OfThePage_AreThoseOfTheFirmware()
    {
        string[] names = [.. Enumerable.Range(0, LaneHolds.Count).Select(h => LaneHolds.Name((LaneHold)h))];
        string[] rows = [.. HoldRow().Matches(s_page).Select(m => m.Groups[1].Value)];
        Assert.HasCount(7, rows);
        CollectionAssert.IsSubsetOf(rows, names);
    }

    [GeneratedRegex(@"- \{ (.*) \}")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\| `([a-zA-Z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex HoldRow();
}
