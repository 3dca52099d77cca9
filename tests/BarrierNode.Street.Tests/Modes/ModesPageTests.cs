using System.Text.RegularExpressions;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests.Modes;

/// <summary>docs/equipment/modes.md: its example is a lane, and it names settings, roles, holds and commands as they are.</summary>
[TestClass]
public sealed partial class ModesPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "equipment", "modes.md")).ReplaceLineEndings("\n");

    [TestMethod]
    public void Example_OfThePage_IsALane()
    {
        string example = Example().Match(s_page).Groups[1].Value;
        string settings = string.Join(", ", Setting().Matches(example).Select(m => m.Value));
        string[] own = ["role: maintenance-key", "role: free-exit"];
        string[] inputs = [.. Item().Matches(example).Select(m => m.Groups[1].Value).Where(i => own.Any(i.StartsWith))];
        Assert.HasCount(2, inputs);

        SiteModel site = EquipmentSite.Lane([$"settings: {{ {settings} }}"], inputs);

        Assert.AreEqual(30000, SiteCompiler.Compile(site).Lanes[0].Settings[(int)LaneSetting.ReraiseNoTransitMs]);
    }

    [TestMethod]
    public void Words_InCodeFont_AreThoseOfTheProgram()
    {
        string[] known =
        [
            .. LaneSettings.All.Select(s => s.Key),
            .. Roles.Inputs.Select(r => r.Word),
            .. Enum.GetValues<LaneHold>().Select(LaneHolds.Name),
            .. Enum.GetValues<CommandOp>().Select(Names.Of),
            .. Enum.GetValues<EventCode>().Select(Names.Of),
            .. Enum.GetValues<RefusalReason>().Select(Names.Of),
            .. Enum.GetValues<LaneMode>().Select(Names.Of),
            "loops",
        ];
        string[] words = [.. Word().Matches(s_page).Select(m => m.Groups[1].Value).Distinct()];
        Assert.IsGreaterThan(40, words.Length);
        Assert.IsEmpty(words.Except(known), string.Join(", ", words.Except(known)));
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<=^  )[a-zA-Z]+: \d+", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"- \{ (.*?) \}")]
    private static partial Regex Item();

    [GeneratedRegex(@"`([a-zA-Z-]+)(?:: \d+)?`")]
    private static partial Regex Word();
}
