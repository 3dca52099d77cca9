using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Tests.Support;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode site new</c>, with answers from a pipe.</summary>
[TestClass]
public sealed class SiteNewTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [TestMethod]
    public async Task New_WithAFileAndEnterForEverything_WritesASiteThatCheckTakes()
    {
        using TestFolder folder = new();
        string file = folder["site.yaml"];

        Assert.AreEqual(0, await NewAsync(new EnterKey(), "--out", file), _errors.ToString());

        StringAssert.Contains(_output.ToString(), $"{file}: correct. city/site/node-1 on ESP32_S3, lanes: lane-1.");
        Assert.AreEqual("", _errors.ToString());
        Assert.AreEqual(0, SiteCheckCommand.Execute(file, TextWriter.Null, _errors));
    }

    [TestMethod]
    public async Task New_WithoutAFile_AsksForIt()
    {
        using TestFolder folder = new();

        Assert.AreEqual(0, await NewAsync(new EnterKey(folder["street.yaml"])), _errors.ToString());

        Assert.IsTrue(File.Exists(folder["street.yaml"]));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("nice\nquai\nnode-1\n")]
    public async Task New_WithAnswersThatEnd_SaysSoAndWritesNothing(string answers)
    {
        using TestFolder folder = new();

        Assert.AreEqual(2, await NewAsync(new StringReader(answers), "--out", folder["site.yaml"]));

        Assert.AreEqual($"The answers ended before the last question. Nothing was written.{Environment.NewLine}", _errors.ToString());
        Assert.IsEmpty(Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public async Task New_IntoAFileThatIsThere_KeepsItUnlessTold()
    {
        using TestFolder folder = new();
        string file = folder["site.yaml"];
        await File.WriteAllTextAsync(file, "mine");

        Assert.AreEqual(0, await NewAsync(new EnterKey("no", folder["other.yaml"]), "--out", file), _errors.ToString());

        Assert.AreEqual("mine", await File.ReadAllTextAsync(file));
        Assert.IsTrue(File.Exists(folder["other.yaml"]));

        Assert.AreEqual(0, await NewAsync(new EnterKey("yes"), "--out", file), _errors.ToString());
        StringAssert.Contains(await File.ReadAllTextAsync(file), "version: 1");
    }

    [TestMethod]
    public async Task New_IntoAPlaceThatCannotBeWritten_ExplainsAndAsksAgain()
    {
        using TestFolder folder = new();

        Assert.AreEqual(0, await NewAsync(new EnterKey(folder.Path, "\0", folder["site.yaml"]), "--out", folder["no folder/site.yaml"]), _errors.ToString());

        StringAssert.Contains(_output.ToString(), $"There is no folder \"{folder["no folder"]}\".");
        StringAssert.Contains(_output.ToString(), $"\"{folder.Path}\" is a folder.");
        StringAssert.Contains(_output.ToString(), "Expected the path of a file.");
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public async Task New_FileThatAppearsInTheMeantime_IsNotOverwritten()
    {
        using TestFolder folder = new();
        string file = folder["site.yaml"];
        EnterKey answers = new() { OnAnswer = count => WriteOnce(count, file), AtTheEnd = folder["other.yaml"] };

        Assert.AreEqual(0, await NewAsync(answers, "--out", file), _errors.ToString());

        Assert.AreEqual("theirs", await File.ReadAllTextAsync(file));
        Assert.IsTrue(File.Exists(folder["other.yaml"]));
    }

    private static void WriteOnce(int answer, string file)
    {
        if (answer == 10)
        {
            File.WriteAllText(file, "theirs");
        }
    }

    private Task<int> NewAsync(TextReader input, params string[] args)
    {
        if (input is EnterKey key)
        {
            key.Screen = _output;
        }

        return CommandLine.InvokeAsync(["site", "new", .. args], (_, _) => Task.FromResult(1), _output, _errors, input);
    }
}
