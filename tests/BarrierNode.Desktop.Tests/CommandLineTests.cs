using BarrierNode.Desktop.Cli;

namespace BarrierNode.Desktop.Tests;

/// <summary>The command line, as <c>barriernode</c> reads it.</summary>
[TestClass]
public class CommandLineTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private RunOptions? _run;

    [TestMethod]
    public async Task Run_WithoutOptions_StartsEverythingAtPort5080()
    {
        Assert.AreEqual(0, await InvokeAsync("run"));
        Assert.AreEqual(new RunOptions(5080, null, null, false, null, false), _run);
    }

    [TestMethod]
    public async Task Run_WithEveryOption_TakesThemAll()
    {
        string site = Path.Combine(AppContext.BaseDirectory, "sites", "minimal.yaml");

        Assert.AreEqual(0, await InvokeAsync(
            "run", "--port", "8080", "--broker", "mqtt.example:8883", "--site", site, "--headless", "--for", "2.5", "--json"));

        Assert.AreEqual(
            new RunOptions(8080, new("mqtt.example", 8883), site, true, TimeSpan.FromSeconds(2.5), true), _run);
    }

    [TestMethod]
    [DataRow("--port", "0", "--port: found \"0\", expected a number from 1 to 65535.")]
    [DataRow("--port", "65536", "--port: found \"65536\", expected a number from 1 to 65535.")]
    [DataRow("--port", "-1", "--port: found \"-1\", expected a number from 1 to 65535.")]
    [DataRow("--port", "http", "--port: found \"http\", expected a number from 1 to 65535.")]
    [DataRow("--for", "0", "--for: found \"0\", expected a number of seconds above 0, at most 1000000.")]
    [DataRow("--for", "-3", "--for: found \"-3\", expected a number of seconds above 0, at most 1000000.")]
    [DataRow("--for", "1e9", "--for: found \"1e9\", expected a number of seconds above 0, at most 1000000.")]
    [DataRow("--for", "NaN", "--for: found \"NaN\", expected a number of seconds above 0, at most 1000000.")]
    [DataRow("--broker", "localhost", "--broker: found \"localhost\", expected HOST:PORT, such as localhost:8883.")]
    [DataRow("--broker", "localhost:0", "--broker: found \"localhost:0\", expected HOST:PORT, such as localhost:8883.")]
    [DataRow("--broker", ":8883", "--broker: found \":8883\", expected HOST:PORT, such as localhost:8883.")]
    [DataRow("--broker", "::1:8883", "--broker: found \"::1:8883\", expected HOST:PORT, such as localhost:8883.")]
    [DataRow("--site", "no such file", "--site: found \"no such file\", expected an existing file.")]
    public async Task Run_WithAWrongValue_SaysWhatIsExpectedAndDoesNotRun(string option, string value, string sentence)
    {
        Assert.AreEqual(2, await InvokeAsync("run", option, value));
        Assert.IsNull(_run);
        StringAssert.StartsWith(_errors.ToString(), sentence + Environment.NewLine);
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    [DataRow("run --prot 5080", "'--prot'")]
    [DataRow("run --port", "--port")]
    [DataRow("walk", "'walk'")]
    [DataRow("", "command")]
    public async Task CommandLine_NotUnderstood_SaysSoWithoutAStackTrace(string line, string named)
    {
        Assert.AreEqual(2, await InvokeAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        StringAssert.Contains(_errors.ToString(), named);
        Assert.DoesNotContain("   at ", _errors.ToString());
        Assert.IsNull(_run);
    }

    [TestMethod]
    [DataRow("run", "--broker")]
    [DataRow("site check", "FILE")]
    [DataRow("record show", "--all")]
    public async Task Help_Asked_ListsTheOptions(string command, string named)
    {
        Assert.AreEqual(0, await InvokeAsync([.. command.Split(' '), "--help"]));
        StringAssert.Contains(_output.ToString(), named);
        Assert.IsNull(_run);
    }

    [TestMethod]
    [DataRow("localhost:8883", "localhost", 8883)]
    [DataRow("10.0.0.7:1883", "10.0.0.7", 1883)]
    [DataRow("[::1]:8883", "::1", 8883)]
    public void BrokerAddress_Parsed_GivesHostAndPort(string text, string host, int port)
    {
        BrokerAddress? address = BrokerAddress.Parse(text);

        Assert.AreEqual(new BrokerAddress(host, port), address);
        Assert.AreEqual(text, address!.ToString());
    }

    [TestMethod]
    [DataRow("promenade", "lanes: promenade, depot.")]
    [DataRow("minimal", "lanes: yard.")]
    public async Task SiteCheck_OfAGoodFile_SaysSo(string site, string summary)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "sites", site + ".yaml");

        Assert.AreEqual(0, await InvokeAsync("site", "check", file), _errors.ToString());
        StringAssert.StartsWith(_output.ToString(), file + ": correct.");
        StringAssert.Contains(_output.ToString(), summary);
    }

    [TestMethod]
    public async Task SiteCheck_OfAWrongFile_NamesLineAndExpectation()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "version: 7\n");

        int code = await InvokeAsync("site", "check", file);

        File.Delete(file);
        Assert.AreEqual(2, code);
        StringAssert.StartsWith(_errors.ToString(), file + ":1: ");
        StringAssert.Contains(_errors.ToString(), "expected");
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public async Task SiteCheck_OfAMissingFile_SaysSo()
    {
        Assert.AreEqual(2, await InvokeAsync("site", "check", "no such file.yaml"));
        StringAssert.StartsWith(_errors.ToString(), "no such file.yaml:1: ");
    }

    [TestMethod]
    public void Fault_NobodyForesaw_BecomesOneSentenceAndAFile()
    {
        string folder = Directory.CreateTempSubdirectory("barriernode fault ").FullName;

        int code = FaultReport.Write(new InvalidOperationException("It broke."), folder, _errors);

        string file = Path.Combine(folder, "fault.log");
        Assert.AreEqual(1, code);
        Assert.AreEqual($"barriernode stopped: It broke. Details in {file}.{Environment.NewLine}", _errors.ToString());
        StringAssert.Contains(File.ReadAllText(file), nameof(InvalidOperationException));
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    public void Fault_WithoutAPlaceForItsFile_IsStillASentence()
    {
        string file = Path.GetTempFileName();

        FaultReport.Write(new InvalidOperationException("It broke."), Path.Combine(file, "below a file"), _errors);

        File.Delete(file);
        StringAssert.StartsWith(_errors.ToString(), "barriernode stopped: It broke. The details could not be written to ");
    }

    private Task<int> InvokeAsync(params string[] args) => CommandLine.InvokeAsync(
        args,
        (options, _) =>
        {
            _run = options;
            return Task.FromResult(0);
        },
        _output,
        _errors);
}
