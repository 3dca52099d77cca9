using System.Text.RegularExpressions;
using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>The hazards on the checklist: those of docs/hazards.md, as far as the equipment of the site has them.</summary>
[TestClass]
public sealed partial class HazardStepTests
{
    private const string WithEverything =
        """
            inputs:
              - { role: pit-water, pin: 32 }
              - { role: red-current, pin: 39 }
              - { role: emergency-vehicle-key, pin: 27 }
            settings: { efoEnabled: 1 }

        """;

    [TestMethod]
    public void Hazards_OfTheChecklist_AreThoseOfThePage()
    {
        string[] onThePage = [.. HazardRow().Matches(Repository.Text("docs/hazards.md")).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value.Trim()}")];

        Assert.IsGreaterThanOrEqualTo(34, onThePage.Length);
        CollectionAssert.AreEquivalent(onThePage, SiteHazards.All.Select(h => $"{h.Id} {h.Title}").ToArray());
    }

    [TestMethod]
    public void Hazards_OfTheCatalogue_AreNumberedWithoutAGapAndSayWhatToDo()
    {
        CollectionAssert.AreEqual(
            Enumerable.Range(1, SiteHazards.All.Count).Select(n => $"H{n}").ToArray(), SiteHazards.All.Select(h => h.Id).ToArray());
        Assert.IsGreaterThanOrEqualTo(34, SiteHazards.All.Count);
        foreach (HazardTrial trial in SiteHazards.All.SelectMany(h => h.Trials))
        {
            Assert.EndsWith(".", trial.Do);
            Assert.EndsWith(".", trial.Expect);
        }
    }

    [TestMethod]
    [DataRow("promenade", "H26", true)]
    [DataRow("minimal", "H26", false)]
    [DataRow("promenade", "H29", false)]
    [DataRow("promenade", "H16", true)]
    [DataRow("minimal", "H16", false)]
    [DataRow("minimal", "H45", false)]
    [DataRow("promenade", "H44", true)]
    [DataRow("minimal", "H44", false)]
    [DataRow("minimal", "H5", true)]
    public void Hazard_OfASite_AppliesByItsEquipment(string site, string hazard, bool applies)
    {
        Assert.AreEqual(applies, Steps(SiteFiles.Site(site)).ContainsKey(hazard));
    }

    [TestMethod]
    public void Hazard_InSomeLanes_NamesThem()
    {
        CheckStep pits = Steps(SiteFiles.Site("promenade"))["H22"];

        Assert.StartsWith("Lane promenade: No water sensor watches the pits.", pits.Do);
        Assert.StartsWith("Lane promenade: It drains", pits.Expect);
    }

    [TestMethod]
    public void Hazard_WithEquipmentAgainstIt_IsTriedWithThat()
    {
        IReadOnlyDictionary<string, CheckStep> steps = Steps(SiteFiles.Read(SiteFiles.SiteText("minimal")
            .Replace("ESP32_OLIMEX", "ESP32_REV3").Replace("raise: [32]", "raise: [16]").Replace("street:", $"{WithEverything}street:")));

        Assert.Contains("Put the water sensor of each pit", steps["H22"].Do);
        Assert.DoesNotContain("No water sensor", steps["H22"].Do);
        Assert.Contains("Take out the red lamp while it is on.", steps["H16"].Do);
        Assert.Contains("Turn the key of the emergency vehicles", steps["H23"].Do);
        Assert.Contains("Start an emergency operation", steps["H29"].Do);
    }

    private static Dictionary<string, CheckStep> Steps(SiteModel site) =>
        AcceptanceChecklist.Of(site).Chapters.Single(c => c.Title == "Hazards").Steps.ToDictionary(s => s.Number);

    [GeneratedRegex(@"^\| (H[0-9]+) \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex HazardRow();
}
