namespace BarrierNode.Site.Tests;

/// <summary>The tables of roles and settings in docs/site-file.md are those of the program.</summary>
[TestClass]
public sealed class SiteFileCatalogTests
{
    [TestMethod]
    public void InputRoles_OnThePage_AreThoseOfTheProgram() => Same(
        "input roles",
        "| word | contact | acts after | rests after | forbids | meaning |\n|---|---|---|---|---|---|\n"
        + string.Concat(Roles.Inputs.Select(r =>
            $"| `{r.Word}` | {(r.NormallyClosed ? "normally closed" : "normally open")} | {r.OnDelayMs} ms | {r.OffDelayMs} ms | {Forbids(r)} | {r.Meaning} |\n")));

    [TestMethod]
    public void OutputRoles_OnThePage_AreThoseOfTheProgram() => Same(
        "output roles",
        "| word | meaning |\n|---|---|\n" + string.Concat(Roles.Outputs.Select(r => $"| `{r.Word}` | {r.Meaning} |\n")));

    [TestMethod]
    public void Settings_OnThePage_AreThoseOfTheProgram() => Same(
        "settings",
        "| key | range | default | meaning |\n|---|---|---|---|\n"
        + string.Concat(LaneSettings.All.Select(s => $"| `{s.Key}` | {s.Min} to {s.Max} | {s.Default} | {s.Meaning} |\n")));

    [TestMethod]
    public void Settings_InTheCatalog_StandInTheOrderOfTheTable()
    {
        for (int i = 0; i < LaneSettings.All.Count; i++)
        {
            Assert.AreEqual(i, (int)LaneSettings.All[i].Setting, LaneSettings.All[i].Key);
        }

        Assert.HasCount(Control.LaneTable.SettingCount, LaneSettings.All);
        Assert.HasCount(Control.LaneTable.InputRoleCount - 1, Roles.Inputs);
        Assert.HasCount(Control.LaneTable.OutputRoleCount - 1, Roles.Outputs);
    }

    private static string Forbids(InputRoleInfo role) =>
        (role.RefusesRaise, role.RefusesLower) switch { (true, true) => "raise, lower", (true, _) => "raise", (_, true) => "lower", _ => "" };

    private static void Same(string marker, string expected) =>
        Page.IsMade(expected, $"<!-- {marker} -->\n", $"<!-- /{marker} -->", "docs", "site-file.md");
}
