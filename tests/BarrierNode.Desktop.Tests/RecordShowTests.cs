using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BarrierNode.Desktop.Cli;
using BarrierNode.Interlock;

namespace BarrierNode.Desktop.Tests;

/// <summary><c>barriernode record show</c>, and what docs/flight-record.md says of it.</summary>
[TestClass]
public sealed partial class RecordShowTests
{
    private readonly TestFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly byte[] _record = TestRecord.Make();

    private string RecordFile => _folder["stop.bnfr"];

    [TestCleanup]
    public void Cleanup() => _folder.Dispose();

    [TestMethod]
    public async Task Show_OfARecord_TellsWhatChangedAndThatTheReplayIsIdentical()
    {
        Assert.AreEqual(0, await ShowAsync(), _errors.ToString());
        Assert.AreEqual(PageExample(), _output.ToString().TrimEnd().ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public async Task Show_AllScans_HasALineForEach()
    {
        Assert.AreEqual(0, await ShowAsync("--all"));
        string[] lines = Lines();
        int scans = int.Parse(ScanCount().Match(lines[0]).Groups[1].Value, null);
        Assert.HasCount(scans + 3, lines);
    }

    [TestMethod]
    public async Task Show_AsJson_IsOneObjectALine()
    {
        Assert.AreEqual(0, await ShowAsync("--json"));
        JsonNode[] lines = [.. Lines().Select(line => JsonNode.Parse(line)!)];
        Assert.AreEqual("record", (string)lines[0]["event"]!);
        Assert.AreEqual("lab/minimal/bench-1", (string)lines[0]["node"]!);
        Assert.AreEqual("emergencyStop", (string)lines[0]["trip"]!);
        JsonNode trip = lines.Single(l => (string)l["event"]! == "scan" && (long)l["us"]! == 0);
        Assert.AreEqual("emergencyStop", (string)trip["inputs"]!["on"]![0]!);
        Assert.AreEqual("yard.lower", (string)trip["requests"]![0]!);
        Assert.AreEqual("trip", (string)trip["refused"]![0]!["rule"]!);
        Assert.AreEqual("emergencyStop", (string)trip["refused"]![0]!["conditions"]![0]!);
        Assert.IsFalse((bool)trip["pulse"]!);
        Assert.AreEqual("verdict", (string)lines[^1]["event"]!);
        Assert.IsTrue((bool)lines[^1]["identical"]!);
    }

    [TestMethod]
    public async Task Show_OfAFalsifiedRecord_SaysWhereAndEndsWithOne()
    {
        _record[^(4 * FlightRecorder.EntryWords)] ^= FlightRecorder.PulseFlag;
        Assert.AreEqual(1, await ShowAsync());
        string[] lines = Lines();
        Assert.Contains("REPLAY asks ", lines[^2]);
        Assert.AreEqual("Different: the replay of 1 of 154 scans came out otherwise, the first at 1260 ms.", lines[^1]);

        _output.GetStringBuilder().Clear();
        Assert.AreEqual(1, await ShowAsync("--json"));
        Assert.IsFalse((bool)JsonNode.Parse(Lines()[^1])!["identical"]!);
    }

    [TestMethod]
    [DataRow(0, "The flight record does not begin with BNFR.")]
    [DataRow(8, "The flight record was made with site table ")]
    [DataRow(12, "The flight record was made with interlock ")]
    public async Task Show_OfARecordOfSomethingElse_SaysWhatIsExpected(int at, string sentence)
    {
        _record[at] ^= 1;
        await AssertRefused($"{RecordFile}: {sentence}");
    }

    [TestMethod]
    public async Task Show_OfHalfARecord_SaysHowLongItShouldBe()
    {
        await File.WriteAllBytesAsync(RecordFile, _record[..1000]);
        Assert.AreEqual(2, await InvokeAsync("show", RecordFile, "--site", TestRecord.SiteFilePath));
        Assert.StartsWith($"{RecordFile}: The flight record has 1000 bytes, expected {_record.Length}.", _errors.ToString());
    }

    [TestMethod]
    public async Task Show_WithAnotherSite_NamesBothTables()
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        Assert.AreEqual(2, await InvokeAsync("show", RecordFile, "--site", Repository.File("simulator/sites/promenade.yaml")));
        Assert.MatchesRegex(@"The flight record was made with site table [0-9a-f]{8}, expected [0-9a-f]{8}\.", _errors.ToString());
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public async Task Show_OfAMissingFile_SaysSo()
    {
        Assert.AreEqual(2, await InvokeAsync("show", _folder["none.bnfr"], "--site", TestRecord.SiteFilePath));
        Assert.StartsWith(_folder["none.bnfr"] + ": ", _errors.ToString());
        Assert.DoesNotContain("   at ", _errors.ToString());
    }

    [TestMethod]
    public async Task Show_WithAMissingSiteFile_SaysSo()
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        Assert.AreEqual(2, await InvokeAsync("show", RecordFile, "--site", "no such file.yaml"));
        Assert.StartsWith("no such file.yaml:1: ", _errors.ToString());
    }

    [TestMethod]
    public async Task Vcd_OfARecord_IsWrittenWhereItIsWanted()
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        Assert.AreEqual(0, await InvokeAsync("vcd", RecordFile, "--site", TestRecord.SiteFilePath));
        string text = _output.ToString();
        Assert.StartsWith("$comment Flight record of lab/minimal/bench-1, emergencyStop $end", text);
        string target = _folder["stop.vcd"];
        Assert.AreEqual(0, await InvokeAsync("vcd", RecordFile, "--site", TestRecord.SiteFilePath, "--out", target));
        Assert.AreEqual(text, await File.ReadAllTextAsync(target));
    }

    [TestMethod]
    public async Task Vcd_ToAFolderThatIsNotThere_SaysSo()
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        string target = _folder["none/stop.vcd"];
        Assert.AreEqual(2, await InvokeAsync("vcd", RecordFile, "--site", TestRecord.SiteFilePath, "--out", target));
        Assert.StartsWith($"{target}: ", _errors.ToString());
    }

    [TestMethod]
    [DataRow("vcd")]
    [DataRow("open")]
    public async Task Command_OfADamagedRecord_SaysWhatIsWrong(string command)
    {
        _record[0] ^= 1;
        await File.WriteAllBytesAsync(RecordFile, _record);
        Assert.AreEqual(2, await InvokeAsync(command, RecordFile, "--site", TestRecord.SiteFilePath));
        Assert.StartsWith($"{RecordFile}: The flight record does not begin with BNFR.", _errors.ToString());
    }

    [TestMethod]
    public async Task RecordCommands_InTheDocumentation_Work()
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        int count = 0;
        foreach (string page in Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories))
        {
            foreach (Match match in RecordLine().Matches(await File.ReadAllTextAsync(page)))
            {
                count++;
                string[] words = [.. match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Existing)];
                if (words[0] == "open")
                {
                    await AssertOpensAsync(words);
                }
                else
                {
                    Assert.AreEqual(0, await InvokeAsync(words), $"{page}: {match.Value}: {_errors}");
                }
            }
        }

        Assert.IsGreaterThanOrEqualTo(5, count);
    }

    // It would serve until it is stopped. A port that is taken ends it after everything else was right.
    private async Task AssertOpensAsync(string[] words)
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        words[Array.IndexOf(words, "--port") + 1] = port;
        Assert.AreEqual(FaultReport.ExitCode, await InvokeAsync(words));
        Assert.StartsWith($"Port {port} is used by another program.", _errors.ToString());
        _errors.GetStringBuilder().Clear();
    }

    private static string PageExample()
    {
        string page = Repository.Text("docs/flight-record.md");
        Match block = Example().Match(page);
        Assert.IsTrue(block.Success, "the page shows a record");
        return block.Groups[1].Value;
    }

    private string Existing(string word) => word.EndsWith(".bnfr", StringComparison.Ordinal) ? RecordFile
        : word.EndsWith(".vcd", StringComparison.Ordinal) ? _folder[word]
        : word.StartsWith("simulator/", StringComparison.Ordinal) ? Repository.File(word) : word;

    private string[] Lines() => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private async Task AssertRefused(string sentence)
    {
        Assert.AreEqual(2, await ShowAsync());
        Assert.StartsWith(sentence, _errors.ToString());
        Assert.AreEqual("", _output.ToString());
    }

    private async Task<int> ShowAsync(params string[] options)
    {
        await File.WriteAllBytesAsync(RecordFile, _record);
        return await InvokeAsync(["show", RecordFile, "--site", TestRecord.SiteFilePath, .. options]);
    }

    private Task<int> InvokeAsync(params string[] words) =>
        CommandLine.InvokeAsync(["record", .. words], (_, _) => Task.FromResult(1), _output, _errors);

    [GeneratedRegex(@"(?:^|`)\./run record ([^`\n#]+)", RegexOptions.Multiline)]
    private static partial Regex RecordLine();

    [GeneratedRegex(@"```text\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(", ([0-9]+) scans from ")]
    private static partial Regex ScanCount();
}
