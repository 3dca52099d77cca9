using System.Text.Json.Nodes;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>However the program ends, no broker stays behind.</summary>
[TestClass]
[DoNotParallelize]
public class ProgramEndTests
{
    [TestMethod]
    [DataRow("INT", 0)]
    [DataRow("TERM", 0)]
    [DataRow("KILL", 128 + 9)]
    public void Run_GivenASignal_EndsAndLeavesNoBroker(string signal, int exitCode)
    {
        using TestFolder folder = new();
        using ToolRun run = ProgramRun.Start(folder.Path, "run", "--json", "--port", $"{ProgramRun.FreePort()}");
        int broker = (int)ProgramRun.Told(run, "broker")["pid"]!;
        ProgramRun.Told(run, "ready");
        Assert.IsTrue(ProgramRun.IsRunning(broker));

        run.Signal(signal);

        ProgramRun.AssertEnds(run, exitCode);
        Wait.Until(() => !ProgramRun.IsRunning(broker), "the broker has ended");
        if (signal != "KILL")
        {
            JsonNode end = JsonNode.Parse(run.Lines[^1])!;
            Assert.AreEqual("summary", (string?)end["event"]);
        }
    }
}
