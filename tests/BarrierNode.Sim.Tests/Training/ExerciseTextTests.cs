using BarrierNode.Tests;

namespace BarrierNode.Sim.Tests.Training;

/// <summary>What the exercises say: everything, in every language.</summary>
[TestClass]
public sealed class ExerciseTextTests
{
    [TestMethod]
    public void Languages_AreEnglishAndFrench() => CollectionAssert.AreEqual(new[] { "en", "fr" }, ExerciseTexts.Languages(Drills.TextsFolder).ToArray());

    [TestMethod]
    [DataRow("en")]
    [DataRow("fr")]
    public void Texts_OfALanguage_AreThoseThatAreNeededAndNoOthers(string language)
    {
        string[] needed =
        [
            .. ExerciseTexts.Common.Select(k => $"common.{k}").Concat(Drills.All.SelectMany(id => ExerciseTexts.Of(Drills.Load(id).Exercise)))
                .Order(StringComparer.Ordinal),
        ];
        ExerciseTexts texts = Drills.Texts(language);
        Assert.IsEmpty(needed.Except(texts.Keys), $"missing: {string.Join(", ", needed.Except(texts.Keys))}");
        Assert.IsEmpty(texts.Keys.Except(needed), $"nobody needs: {string.Join(", ", texts.Keys.Except(needed))}");
        Assert.IsTrue(texts.Keys.All(k => !string.IsNullOrWhiteSpace(texts[k])));
        Assert.IsTrue(new[] { "{result}", "{points}", "{max}", "{percent}" }.All(texts["common.score"].Contains), texts["common.score"]);
    }

    [TestMethod]
    public void Texts_OfTwoLanguages_AreNotTheSameWords()
    {
        (ExerciseTexts en, ExerciseTexts fr) = (Drills.Texts("en"), Drills.Texts("fr"));
        string[] same = [.. en.Keys.Where(k => en[k] == fr[k])];
        CollectionAssert.AreEqual(new[] { "common.incident" }, same, string.Join(", ", same));
    }

    [TestMethod]
    [DataRow("a:\n  b: ''\n", "xx.yaml:2: 'a.b' is empty, expected a text")]
    [DataRow("a:\n  b: [one]\n", "xx.yaml:2: 'a.b' is a list, expected a text")]
    [DataRow("a: one\na: two\n", "xx.yaml:2: the key 'a' is here a second time, expected it once (first on line 1)")]
    public void Texts_WithAProblem_NameTheLine(string content, string problem)
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["xx.yaml"], content);
        ScenarioException wrong = Assert.ThrowsExactly<ScenarioException>(() => ExerciseTexts.Load(folder.Path, "xx"));
        Assert.EndsWith(problem, wrong.Message);
    }

    [TestMethod]
    public void Texts_ThatAreNotThere_AreNamed()
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["xx.yaml"], "common: { language: xx }\n");
        ExerciseTexts texts = ExerciseTexts.Load(folder.Path, "xx");
        ScenarioException wrong = Assert.ThrowsExactly<ScenarioException>(() => texts.Need(Drills.Load("blue-light").Exercise));
        Assert.Contains("xx.yaml:1: the text 'blue-light.title' is missing, expected the text in xx", wrong.Message);
        Assert.ThrowsExactly<ScenarioException>(() => ExerciseTexts.Load(folder.Path, "en"));
    }
}
