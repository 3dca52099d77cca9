using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>The acceptance checklist has a step for everything that the interlock of a site does, and says it in words that hold.</summary>
[TestClass]
public sealed class ChecklistTests
{
    private const int RandomTables = 100;

    [TestMethod]
    [DynamicData(nameof(SiteFiles.Names), typeof(SiteFiles))]
    public void Steps_OfASite_AreOneForEachCellAndEachRule(string site)
    {
        AssertComplete(SiteCompiler.Compile(SiteFiles.Site(site)), AcceptanceChecklist.Of(SiteFiles.Site(site)), site);
    }

    [TestMethod]
    public void Steps_OfRandomTables_AreOneForEachCell()
    {
        int seed = RandomSeed.Of();
        for (int i = 0; i < RandomTables; i++)
        {
            SiteTable table = HandTable.Random(new Random(seed + i));
            AssertComplete(table, AcceptanceChecklist.Of(table), $"seed {seed + i}");
        }
    }

    [TestMethod]
    public void Steps_OfTheLargestTable_AreOneForEachCell()
    {
        Assert.HasCount(16 * 64, Steps(AcceptanceChecklist.Of(HandTable.Largest()), "Conditions"));
    }

    [TestMethod]
    [DataRow(
        "promenade.raise/entryLoop",
        "Raise lane promenade. While promenade.raise is on, disconnect the field wire of GPIO 25 (entryLoop).",
        "promenade.raise must go off at once.")]
    [DataRow(
        "promenade.green/promenade.up2",
        "Lower lane promenade. While promenade.green is on, bridge the field terminals of GPIO 35 (promenade.up2).",
        "promenade.green must go off once that was steady for 40 ms.")]
    [DataRow(
        "promenade.green/promenade.down",
        "Lower lane promenade. While promenade.green is on, disconnect the field wire of GPIO 36 (promenade.down).",
        "promenade.green must go off at once.")]
    [DataRow(
        "depot.lower/depot.warned",
        "Lower lane depot. Take the time with a watch.",
        "depot.lower stays off until light and sound have warned for 1000 ms.")]
    [DataRow(
        "promenade.raise/promenade.provenUp",
        "Raise lane promenade. While promenade.raise is on, let every barrier of lane promenade reach its upper end.",
        "promenade.raise must go off once that was steady for 40 ms.")]
    [DataRow(
        "promenade.lower/emergencyStop",
        "Lower lane promenade. While promenade.lower is on, press the emergency stop.",
        "promenade.lower must go off at once. So does every other output for a moment; the permission pulse ends. "
        + "Drives and green stay off until it is reset.")]
    [DataRow(
        "depot.raise/depot.remoteStop",
        "Raise lane depot. While depot.raise is on, give the emergency stop of lane depot from a control room.",
        "depot.raise must go off at once. It stays off until it is reset.")]
    public void Step_OfACell_SaysHowToProvokeItAndWhatMustHappen(string name, string toDo, string expect)
    {
        AssertStep("promenade", "Conditions", name, toDo, expect);
    }

    [TestMethod]
    [DataRow(
        "Feedback contacts",
        "feedback:quay.raise",
        "With quay.raise off, disconnect the field wire of GPIO 25 (quay.raiseAux). Put it right and reset. Then: Raise lane quay. "
        + "While quay.raise is on, bridge the field terminals of GPIO 25 (quay.raiseAux).",
        "Both times quay.feedback trips after 200 ms, the permission pulse ends, and no drive of the cabinet has power 250 ms later.")]
    [DataRow(
        "Two-channel inputs",
        "pair:emergencyStop+emergencyStop2",
        "Make one channel differ: disconnect the field wire of GPIO 33 (emergencyStop). Put it right and reset. Then let both go off together, "
        + "put it right, reset. Likewise with the other channel: disconnect the field wire of GPIO 35 (emergencyStop2).",
        "channels trips after 60 ms. The first reset is refused, the one after both went off is not.")]
    [DataRow(
        "Conditions",
        "quay.raise/quay.feedback",
        "Raise lane quay. While quay.raise is on, bridge the field terminals of GPIO 25 (quay.raiseAux) for longer than 200 ms.",
        "quay.raise must go off after 200 ms. So does every other output for a moment; the permission pulse ends. "
        + "Drives and green stay off until it is reset.")]
    [DataRow(
        "Dead times",
        "deadTime:yard.raise/yard.lower",
        "Lower lane yard. While yard.lower is on, raise lane yard. Measure the time between them.",
        "yard.lower goes off. yard.raise goes on no sooner than 500 ms after that.")]
    [DataRow(
        "Run limits",
        "runLimit:quay.lower",
        "Take the force from the drive behind quay.lower (valve shut or fuse out). Lower lane quay. Measure how long quay.lower is on.",
        "quay.lower is on for at most 9000 ms. The stroke trips before that, after 5000 ms.")]
    public void Step_OfARule_SaysHowToProvokeItAndWhatMustHappen(string chapter, string name, string toDo, string expect)
    {
        AssertStep("two-channel", chapter, name, toDo, expect);
    }

    [TestMethod]
    public void Step_OfAnInputWithARole_SaysWhichContact()
    {
        SiteModel site = SiteFiles.Read(TestSite.With(("  - id: depot", "    inputs:\n      - { role: safety-edge, pin: 32 }\n  - id: depot")));
        CheckStep step = Steps(AcceptanceChecklist.Of(site), "Conditions").Single(s => s.Name == "north.raise/north.safetyEdge");

        Assert.AreEqual("Raise lane north. While north.raise is on, disconnect the field wire of GPIO 32 (north.safetyEdge).", step.Do);
        Assert.AreEqual("north.raise must go off at once.", step.Expect);
    }

    [TestMethod]
    public void Step_OfACellThatMustBeBoth_IsNotToBeAccepted()
    {
        SiteTable table = HandTable.Of(inputs: 1, outputs: 1);
        table.Gate.Words[GateTable.MustBeOneAt] = 1;
        table.Gate.Words[GateTable.MustBeZeroAt] = 1;

        Assert.Contains("do not accept", Steps(AcceptanceChecklist.Of(table), "Conditions").Single().Expect);
    }

    [TestMethod]
    public void Names_InAnotherPlaceOfTheTable_StayTheSame()
    {
        SiteModel site = SiteFiles.Site("promenade");
        SiteModel turned = SiteFiles.Site("promenade") with { Lanes = [.. site.Lanes.Reverse()] };

        string[] names = Names(AcceptanceChecklist.Of(site));

        CollectionAssert.AreEquivalent(names, Names(AcceptanceChecklist.Of(turned)));
        Assert.AreEqual(names.Length, names.Distinct().Count());
    }

    [TestMethod]
    public void Numbers_OfAChecklist_AreUniqueAndStartAtOneInEachChapter()
    {
        AcceptanceChecklist checklist = AcceptanceChecklist.Of(SiteFiles.Site("two-channel"));
        string[] numbers = [.. checklist.Chapters.SelectMany(c => c.Steps).Select(s => s.Number)];

        Assert.AreEqual(numbers.Length, numbers.Distinct().Count());
        foreach (string first in new[] { "C1", "X1", "D1", "L1", "R1", "F1", "P1", "T1", "H1" })
        {
            CollectionAssert.Contains(numbers, first);
        }
    }

    [TestMethod]
    public void Html_OfAChecklist_HasABoxAndAnIdForEachStep()
    {
        SiteModel site = SiteFiles.Site("two-channel");
        string page = SitePages.Write(site, SitePart.Checklist, PageFormat.Html);
        CheckStep[] steps = [.. AcceptanceChecklist.Of(site).Chapters.SelectMany(c => c.Steps)];

        Assert.HasCount(steps.Length + 1, page.Split("<span class=\"box\">"));
        foreach (CheckStep step in steps)
        {
            Assert.HasCount(2, page.Split($"<tr id=\"{System.Net.WebUtility.HtmlEncode(step.Id)}\">"), step.Id);
        }

        Assert.Contains("<span>Signature</span>", page);
    }

    [TestMethod]
    public void Markdown_OfAChecklist_HasARowForEachStep()
    {
        SiteModel site = SiteFiles.Site("promenade");
        string page = SitePages.Write(site, SitePart.Checklist, PageFormat.Markdown);

        foreach (CheckChapter chapter in AcceptanceChecklist.Of(site).Chapters.Where(c => c.Steps.Count > 0))
        {
            string[][] rows = MatrixPages.MarkdownTable(page, chapter.Title);
            CollectionAssert.AreEqual(
                chapter.Steps.Select(s => $"{s.Number}|{s.Name}|{s.Do}|{s.Expect}").ToArray(),
                rows.Skip(1).Select(row => string.Join('|', row[1..5])).ToArray());
        }
    }

    private static void AssertComplete(SiteTable table, AcceptanceChecklist checklist, string what)
    {
        GateTable gate = table.Gate;
        string[] cells =
        [
            .. from cell in MatrixPages.CellsOf(table)
               let words = cell.Split(' ')
               select $"{words[0]}/{ConditionBit.Name(table, int.Parse(words[1]))}",
        ];
        CollectionAssert.AreEquivalent(cells, Steps(checklist, "Conditions").Select(s => s.Name).ToArray(), what);

        int[] outputs = [.. Enumerable.Range(0, gate.OutputCount)];
        int excluded = outputs.Sum(o => outputs.Count(x => x >= o && ((gate.Words[GateTable.ExcludesAt + o] >> x) & 1) != 0));
        int deadTimes = outputs.Sum(o => outputs.Count(
            x => ((gate.Words[GateTable.ExcludesAt + o] >> x) & 1) != 0 && gate.Words[GateTable.DeadTimeUsAt + x] > 0));
        Assert.HasCount(excluded, Steps(checklist, "Exclusions"), what);
        Assert.HasCount(deadTimes, Steps(checklist, "Dead times"), what);
        Assert.HasCount(outputs.Count(o => gate.Words[GateTable.MaxOnUsAt + o] != GateTable.Never), Steps(checklist, "Run limits"), what);
        Assert.HasCount(outputs.Count(o => gate.Words[GateTable.LeaseUsAt + o] != GateTable.Never), Steps(checklist, "Leases"), what);
        Assert.HasCount((int)gate.Words[GateTable.FeedbackCountAt], Steps(checklist, "Feedback contacts"), what);
        Assert.HasCount((int)gate.Words[GateTable.PairCountAt], Steps(checklist, "Two-channel inputs"), what);
        Assert.HasCount(System.Numerics.BitOperations.PopCount((ulong)gate.TripConditions), Steps(checklist, "Trips"), what);
    }

    private static void AssertStep(string site, string chapter, string name, string toDo, string expect)
    {
        CheckStep step = Steps(AcceptanceChecklist.Of(SiteFiles.Site(site)), chapter).Single(s => s.Name == name);

        Assert.AreEqual(toDo, step.Do);
        Assert.AreEqual(expect, step.Expect);
    }

    private static IReadOnlyList<CheckStep> Steps(AcceptanceChecklist checklist, string chapter) =>
        checklist.Chapters.Single(c => c.Title == chapter).Steps;

    private static string[] Names(AcceptanceChecklist checklist) => [.. checklist.Chapters.SelectMany(c => c.Steps).Select(s => s.Name)];
}
