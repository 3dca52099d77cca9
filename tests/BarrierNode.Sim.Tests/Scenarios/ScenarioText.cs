namespace BarrierNode.Sim.Tests.Scenarios;

/// <summary>Scenarios as texts, read like files.</summary>
internal static class ScenarioText
{
    public static string Sites { get; } = Repository.File("simulator/sites");

    public static string Boards { get; } = Repository.File("hardware/boards");

    /// <summary>A scenario of the promenade with these steps.</summary>
    public static string Of(string steps, string head = "given: { barriers: down }") =>
        $"scenario: A test\ncovers: []\nsite: promenade\n{head}\nsteps:\n{steps}\n";

    public static (Scenario Scenario, BarrierNode.Site.SiteModel Site) Read(string text)
    {
        using TestFolder folder = new("scenario");
        File.WriteAllText(folder["a.yaml"], text);
        return ScenarioFile.Load(folder["a.yaml"], Sites, Boards);
    }

    public static ScenarioRun Run(string text, int? seed = null)
    {
        (Scenario scenario, BarrierNode.Site.SiteModel site) = Read(text);
        ScenarioRun run = new(scenario, site, seed);
        run.Finish();
        return run;
    }

    /// <summary>The problems of a text, without the path.</summary>
    public static string[] Problems(string text) =>
        [.. Assert.ThrowsExactly<ScenarioException>(() => Read(text)).Problems.Select(p => $"{p.Line}: {p.What}, expected {p.Expected}")];
}
