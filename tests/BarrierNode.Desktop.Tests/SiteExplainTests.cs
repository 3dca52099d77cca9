using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode site explain</c>, as people type it.</summary>
[TestClass]
public sealed class SiteExplainTests
{
    private static readonly string Promenade = Repository.File("simulator/sites/promenade.yaml");

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    [DataRow("", "Interlock of nice/promenade/quai-1\nboard")]
    [DataRow("--format text", "Interlock of nice/promenade/quai-1\nboard")]
    [DataRow("--format markdown", "# Interlock of nice/promenade/quai-1\n")]
    [DataRow("--format html", "<!DOCTYPE html>\n")]
    public async Task Explain_InAForm_WritesItToStandardOutput(string options, string start)
    {
        Assert.AreEqual(0, await InvokeAsync([Promenade, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), _errors.ToString());

        StringAssert.StartsWith(_output.ToString(), start);
        Assert.AreEqual("", _errors.ToString());
    }

    [TestMethod]
    [DataRow("matrix", "Interlock of nice/promenade/quai-1\n")]
    [DataRow("checklist", "Acceptance of nice/promenade/quai-1\n")]
    [DataRow("wiring", "Wiring of nice/promenade/quai-1\n")]
    [DataRow("all", "Interlock of nice/promenade/quai-1\n")]
    public async Task Explain_OfAPart_WritesThatPart(string part, string start)
    {
        Assert.AreEqual(0, await InvokeAsync(Promenade, "--part", part), _errors.ToString());

        StringAssert.StartsWith(_output.ToString(), start);
        Assert.AreEqual(part == "all", _output.ToString().Contains("\nWiring of nice/promenade/quai-1\n"));
    }

    [TestMethod]
    [DataRow("checklist", "acceptance checklist")]
    [DataRow("wiring", "wiring list")]
    [DataRow("all", "interlock matrix, acceptance checklist and wiring list")]
    public async Task Explain_OfAPartIntoAFile_NamesWhatItIs(string part, string name)
    {
        using TestFolder folder = new();

        Assert.AreEqual(0, await InvokeAsync(Promenade, "--part", part, "--format", "html", "--out", folder["page.html"]), _errors.ToString());

        Assert.AreEqual($"{folder["page.html"]}: {name} of nice/promenade/quai-1.{Environment.NewLine}", _output.ToString());
    }

    [TestMethod]
    public async Task Explain_OfAPartThatIsNotKnown_NamesThoseThatAre()
    {
        Assert.AreEqual(2, await InvokeAsync(Promenade, "--part", "bill"));
        StringAssert.StartsWith(_errors.ToString(), "--part: found \"bill\", expected matrix, checklist, wiring or all.");
    }

    [TestMethod]
    public async Task Explain_IntoAFile_WritesTheSameThereAndNamesIt()
    {
        using TestFolder folder = new();
        string target = folder["matrix.txt"];

        Assert.AreEqual(0, await InvokeAsync(Promenade, "--out", target), _errors.ToString());

        Assert.AreEqual($"{target}: interlock matrix of nice/promenade/quai-1.{Environment.NewLine}", _output.ToString());
        string written = await File.ReadAllTextAsync(target);
        StringAssert.StartsWith(written, "Interlock of ");
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
        _output.GetStringBuilder().Clear();
        await InvokeAsync(Promenade);
        Assert.AreEqual(_output.ToString(), written);
    }

    [TestMethod]
    public async Task Explain_OfAWrongFile_SaysWhatCheckSays()
    {
        using TestFolder folder = new();
        string file = folder["site.yaml"];
        string[] lines = await File.ReadAllLinesAsync(Promenade);
        int wrong = Array.FindIndex(lines, line => line.Contains("holdMs"));
        lines[wrong] = lines[wrong].Replace("holdMs", "holdms");
        await File.WriteAllLinesAsync(file, lines);
        StringWriter checkErrors = new();

        int code = await InvokeAsync(file, "--out", folder["matrix.txt"]);

        Assert.AreEqual(SiteCheckCommand.Execute(file, TextWriter.Null, checkErrors), code);
        Assert.AreEqual(2, code);
        Assert.AreEqual(checkErrors.ToString(), _errors.ToString());
        StringAssert.StartsWith(_errors.ToString(), $"{file}:{wrong + 1}: ");
        Assert.AreEqual("", _output.ToString());
        Assert.IsFalse(File.Exists(folder["matrix.txt"]), "nothing is written for a wrong site");
    }

    [TestMethod]
    [DataRow("no such folder/matrix.txt")]
    [DataRow("")]
    [DataRow(".")]
    public async Task Explain_IntoAPlaceThatCannotBeWritten_SaysSo(string name)
    {
        using TestFolder folder = new();
        string target = name.Length == 0 ? "" : folder[name];

        Assert.AreEqual(2, await InvokeAsync(Promenade, "--out", target));

        StringAssert.StartsWith(_errors.ToString(), $"--out: \"{target}\" cannot be written: ");
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public async Task Explain_IntoTheSiteFile_LeavesItAlone()
    {
        using TestFolder folder = new();
        string file = folder["site.yaml"];
        File.Copy(Promenade, file);

        Assert.AreEqual(2, await InvokeAsync(file, "--out", Path.Combine(folder.Path, ".", "site.yaml")));

        StringAssert.Contains(_errors.ToString(), "It is the site file itself.");
        Assert.AreEqual(await File.ReadAllTextAsync(Promenade), await File.ReadAllTextAsync(file));
    }

    [TestMethod]
    public async Task Explain_InAFormThatIsNotKnown_NamesThoseThatAre()
    {
        Assert.AreEqual(2, await InvokeAsync(Promenade, "--format", "pdf"));
        StringAssert.StartsWith(_errors.ToString(), "--format: found \"pdf\", expected text, markdown or html.");
    }

    private Task<int> InvokeAsync(params string[] args) =>
        CommandLine.InvokeAsync(["site", "explain", .. args], (_, _) => Task.FromResult(1), _output, _errors);
}
