using System.Globalization;
using System.Xml.Linq;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Scenarios;

/// <summary>Scenarios as the JUnit file that build servers read. Times are those of the street.</summary>
internal static class JUnitFile
{
    /// <summary>Writes the file.</summary>
    public static void Write(string path, IReadOnlyList<ScenarioRun> runs) => new XDocument(
        new XElement(
            "testsuites",
            new XElement(
                "testsuite",
                new XAttribute("name", "barriernode sim run"),
                new XAttribute("tests", runs.Count),
                new XAttribute("failures", runs.Count(r => !r.Passed)),
                new XAttribute("time", Seconds(runs.Sum(r => r.NowUs))),
                runs.Select(Case)))).Save(path);

    private static XElement Case(ScenarioRun run) => new(
        "testcase",
        new XAttribute("classname", Path.GetFileNameWithoutExtension(run.Scenario.File)),
        new XAttribute("name", run.Scenario.Name),
        new XAttribute("file", run.Scenario.File),
        new XAttribute("time", Seconds(run.NowUs)),
        run.Failure is not { } failure ? null : new XElement(
            "failure", new XAttribute("message", failure.Seen), string.Join('\n', ScenarioText.Story(run, failure))));

    private static string Seconds(long us) => (us / 1e6).ToString("0.000", CultureInfo.InvariantCulture);
}
