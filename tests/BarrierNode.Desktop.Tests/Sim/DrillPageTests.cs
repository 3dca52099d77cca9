using Microsoft.Playwright;

namespace BarrierNode.Desktop.Tests.Sim;

/// <summary>An exercise played in a browser, from the choice to the saved answers.</summary>
[TestClass]
public class DrillPageTests
{
    private const string BlueLight = "simulator/exercises/blue-light.yaml";

    [TestMethod]
    public async Task Exercise_PlayedWithClicks_IsPassedAndDebriefed()
    {
        await using OpenSim open = await OpenSim.OpenAsync(BlueLight);
        ILocator stage = open.Page.Locator("#stage");
        await Assertions.Expect(stage.Locator("h2")).ToHaveTextAsync("An ambulance before closed bollards");
        await Assertions.Expect(stage).ToContainTextAsync("Watch the lane. Open it for the ambulance, close it afterwards.");
        await Assertions.Expect(open.Page.Locator(".moving")).ToBeHiddenAsync();
        await open.Button("Begin").ClickAsync();

        await Assertions.Expect(open.Page.Locator(".moving")).ToBeVisibleAsync();
        await Assertions.Expect(stage.Locator(".news")).ToHaveTextAsync("Nothing has happened yet.");
        string before = await open.Page.InnerTextAsync("body");
        Assert.DoesNotContain("siren", before, "what is to happen is not told");
        await open.PassAsync(28);
        await Assertions.Expect(stage.Locator(".news")).ToContainTextAsync("The crew calls the control room.");

        await ClickInMoreAsync(open, "Emergency vehicle azur");
        await open.ResultAsync("operator: command: { emergencyVehicle: azur }");
        await open.PassAsync(30);
        await open.Page.ClickAsync("#tab-exercise");
        await Assertions.Expect(open.Page.Locator("#panel-exercise li.met", new() { HasText = "The lane is open within 20 s of the call." })).ToHaveCountAsync(1);
        await Assertions.Expect(stage.Locator(".score")).ToHaveTextAsync("70 of 100 points");
        await open.Page.ClickAsync("#tab-lanes");
        await ClickInMoreAsync(open, "Release azur");
        await open.PassAsync(1);
        await open.Button("Raise azur").ClickAsync();
        await open.ResultAsync("operator: command: { raise: azur }");
        await open.PassAsync(125);

        await Assertions.Expect(stage.Locator(".verdict")).ToHaveTextAsync("Passed: 100 of 100 points, 70 % needed to pass.");
        await Assertions.Expect(open.Page.Locator("#clock")).ToHaveTextAsync("00:03:00.0");
        await Assertions.Expect(stage.Locator(".chart .mark.act")).ToHaveCountAsync(3);
        await Assertions.Expect(stage.Locator(".chart .span.reached")).ToHaveCountAsync(3);
        await Assertions.Expect(stage.Locator("tr.incident")).ToHaveCountAsync(2);
        await Assertions.Expect(stage.Locator("tr.reached")).ToHaveCountAsync(3);
        IDownload saved = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.ClickAsync("a[download]"));
        Assert.AreEqual("blue-light-answers.yaml", saved.SuggestedFilename);
        string text = await File.ReadAllTextAsync(await saved.PathAsync());
        Assert.MatchesRegex(@"- \{ role: operator, at: [0-9.]+ s, command: \{ emergencyVehicle: azur \} \}", text);
        Assert.HasCount(5, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.IsEmpty(open.Errors, string.Join("; ", open.Errors));
    }

    [TestMethod]
    public async Task Exercise_ChosenInTheWindow_SpeaksFrenchAndCanBeLeft()
    {
        await using OpenSim open = await OpenSim.OpenAsync("simulator/sites/promenade.yaml");
        await open.Page.ClickAsync("#tab-exercise");
        await open.Page.SelectOptionAsync("#exercise", "hostile-vehicle");
        await open.Page.SelectOptionAsync("#language", "fr");
        await open.OpenAnotherAsync("Open the exercise");

        ILocator stage = open.Page.Locator("#stage");
        await Assertions.Expect(stage).ToContainTextAsync("Un défilé occupe la place.");
        await Assertions.Expect(stage).ToHaveAttributeAsync("lang", "fr");
        await Assertions.Expect(open.Page.Locator("#tab-faults")).ToBeHiddenAsync();
        await open.Button("Commencer").ClickAsync();
        await Assertions.Expect(stage).ToHaveClassAsync("running");
        await open.PassAsync(121);
        await Assertions.Expect(stage.Locator(".verdict")).ToHaveTextAsync("Non réussi : 0 points sur 100, il en faut 70 %.");
        await Assertions.Expect(stage.Locator(".lesson").First).ToBeVisibleAsync();
        string[] found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);
        Assert.IsEmpty(found, string.Join("; ", found));

        await open.OpenAnotherAsync("Recommencer");
        await Assertions.Expect(stage).ToHaveClassAsync("briefing");
        found = await open.Page.EvaluateAsync<string[]>(ContrastTests.LowContrast);
        Assert.IsEmpty(found, string.Join("; ", found));
        await open.OpenAnotherAsync("Quitter l'exercice");
        await Assertions.Expect(stage).ToBeHiddenAsync();
        await Assertions.Expect(open.Page.Locator(".moving")).ToBeVisibleAsync();
    }

    [TestMethod]
    public async Task Answers_WithoutAnExercise_AreNotThere()
    {
        await using OpenSim open = await OpenSim.OpenAsync("simulator/sites/promenade.yaml");
        using HttpClient client = new() { BaseAddress = open.Address };

        HttpResponseMessage answer = await client.GetAsync("/answers");

        Assert.AreEqual(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task ClickInMoreAsync(OpenSim open, string button)
    {
        if (!await open.Button(button).IsVisibleAsync())
        {
            await open.Page.ClickAsync("#panel-lanes .more summary");
        }

        await open.Button(button).ClickAsync();
    }
}
