using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BarrierNode.Mqtt;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Runs that take their time. They start together and run side by side.</summary>
[TestClass]
[DoNotParallelize]
public class LongRunTests
{
    private static readonly TestFolder s_folder = new();
    private static readonly TcpListener s_silent = new(IPAddress.Loopback, 0);
    private static ToolRun? s_headless;
    private static ToolRun? s_withSilentBroker;
    private static ToolRun? s_withoutBroker;

    [ClassInitialize]
    public static void Start(TestContext _)
    {
        s_silent.Start();
        int silent = ((IPEndPoint)s_silent.LocalEndpoint).Port;
        s_headless = StartHeadless("headless");
        s_withSilentBroker = StartWithBroker("silent", silent);
        s_withoutBroker = StartWithBroker("nobody", ProgramRun.FreePort());
    }

    [ClassCleanup]
    public static void End()
    {
        s_headless?.Dispose();
        s_withSilentBroker?.Dispose();
        s_withoutBroker?.Dispose();
        s_silent.Dispose();
        s_folder.Dispose();
    }

    [TestMethod]
    public void Headless_ForTwentySeconds_LetsACarThroughAndTellsItInJson()
    {
        string watch = (string)ProgramRun.Told(s_headless!, "watch")["command"]!;
        ProgramRun.Told(s_headless!, "ready");
        using ToolRun sub = ToolRun.Start("sh", "-c", watch + " -C 1");
        Assert.AreEqual(0, sub.WaitForExit(), $"the printed command works as it stands: {sub.Errors}");

        s_headless!.WaitForExit();
        ProgramRun.AssertEnds(s_headless, 0);

        JsonNode[] lines = [.. s_headless.Lines.Select(l => JsonNode.Parse(l)!)];
        foreach (JsonNode line in lines)
        {
            Assert.IsFalse(string.IsNullOrEmpty((string?)line["event"]), line.ToJsonString());
        }

        JsonNode summary = lines[^1];
        Assert.AreEqual("summary", (string?)summary["event"]);
        Assert.IsTrue((bool)summary["ok"]!, summary.ToJsonString());
        Assert.IsTrue((bool)summary["passed"]!);
        Assert.AreEqual(0, (int)summary["strikes"]!);
        Assert.AreEqual(2, (int)summary["moves"]!);
        Assert.AreEqual(1, lines.Count(l => (string?)l["event"] == "summary"));
    }

    [TestMethod]
    public void Run_WithABrokerThatDoesNotAnswer_SaysSoWithinFortySeconds() =>
        ProgramRun.AssertEnds(s_withSilentBroker!, 1, "did not answer", "localhost:");

    [TestMethod]
    public void Run_WithNobodyAtTheBrokersPort_SaysSoWithinFortySeconds() =>
        ProgramRun.AssertEnds(s_withoutBroker!, 1, "cannot be reached", "localhost:");

    [TestMethod]
    public void Run_WithABrokerWhoseAuthorityIsUnknown_NamesTheFile()
    {
        using TestFolder folder = new();
        using ToolRun run = ProgramRun.Start(folder.Path, "run", "--headless", "--broker", "localhost:8883");

        ProgramRun.AssertEnds(run, 1, Path.Combine(folder.Path, "external", "ca.crt"), "PEM");
    }

    private static ToolRun StartHeadless(string name) =>
        ProgramRun.Start(s_folder[name], "run", "--headless", "--for", "20", "--json");

    // A foreign broker needs the certificate of its authority beside the program's files; any will do for one that never answers.
    private static ToolRun StartWithBroker(string name, int port)
    {
        string external = Path.Combine(s_folder[name], "external");
        Directory.CreateDirectory(external);
        File.Copy(CertificateAuthority.Open(s_folder[name + "-authority"]).CaFile, Path.Combine(external, "ca.crt"));
        return ProgramRun.Start(s_folder[name], "run", "--headless", "--broker", $"localhost:{port}");
    }
}
