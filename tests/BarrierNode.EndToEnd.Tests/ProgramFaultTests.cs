using System.Net;
using System.Net.Sockets;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>What stands in the program's way gives a sentence that says what to do, and exit code 1.</summary>
[TestClass]
public class ProgramFaultTests
{
    [TestMethod]
    public void Run_OnATakenPort_SaysSo()
    {
        using TestFolder folder = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        using ToolRun run = ProgramRun.Start(folder.Path, "run", "--port", $"{port}");

        ProgramRun.AssertEnds(run, 1, $"Port {port} is used by another program", "--port");
    }

    [TestMethod]
    public void Run_WithoutMosquitto_NamesThePackage()
    {
        using TestFolder folder = new();
        string[] found = ["/usr/bin/mosquitto", "/usr/local/bin/mosquitto", "/usr/local/sbin/mosquitto"];
        if (!OperatingSystem.IsLinux() || found.Any(File.Exists))
        {
            Assert.Inconclusive("Mosquitto lies where this test cannot hide it.");
        }

        // In a name space of its own, where the folder that Mosquitto lies in is empty.
        using ToolRun run = ToolRun.Start(
            "unshare",
            [
                "-rm", "sh", "-c", "mount -t tmpfs none /usr/sbin && export PATH=/nowhere && exec \"$0\" \"$@\"",
                ProgramPath(), ProgramRun.Dll, "run", "--headless",
            ],
            ProgramRun.State(folder.Path));
        run.WaitForExit();
        if (run.Errors.Contains("unshare:") || run.Errors.Contains("mount:"))
        {
            Assert.Inconclusive($"This system does not let the test hide Mosquitto: {run.Errors}");
        }

        ProgramRun.AssertEnds(run, 1, "mosquitto is not installed", "apt install mosquitto");
    }

    [TestMethod]
    public void Run_WithAStateFolderThatCannotBeWritten_NamesItAndTheVariable()
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["file"], "in the way");

        using ToolRun run = ProgramRun.Start(folder["file"], "run", "--headless");

        ProgramRun.AssertEnds(run, 1, folder["file"], "BARRIERNODE_STATE");
    }

    [TestMethod]
    public void Run_WithAStateFolderInsideAFile_NamesItAndTheVariable()
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["file"], "in the way");

        using ToolRun run = ProgramRun.Start(Path.Combine(folder["file"], "state"), "run", "--headless");

        ProgramRun.AssertEnds(run, 1, folder["file"], "BARRIERNODE_STATE");
    }

    [TestMethod]
    public void Run_WithSpacesAndUmlautsInThePath_Works()
    {
        using TestFolder folder = new();
        string state = folder["Straße am Grünen Ufer 'süd'"];
        using ToolRun run = ProgramRun.Start(state, "run", "--json", "--port", $"{ProgramRun.FreePort()}");

        ProgramRun.Told(run, "ready");
        run.Signal("INT");

        ProgramRun.AssertEnds(run, 0);
    }

    [TestMethod]
    [DataRow("run", "--colour", "red")]
    [DataRow("run", "--port", "0")]
    [DataRow("run", "--site", "nowhere.yaml")]
    [DataRow("walk")]
    public void CommandLine_Wrong_EndsWithCodeTwo(params string[] arguments)
    {
        using TestFolder folder = new();
        using ToolRun run = ProgramRun.Start(folder.Path, arguments);

        ProgramRun.AssertEnds(run, 2, arguments.Length == 1 ? arguments[0] : arguments[1], "--help");
    }

    // The search path of the other name space is empty, so the program that runs .NET must be named in full.
    private static string ProgramPath() => Path.IsPathRooted(ProgramRun.DotNet)
        ? ProgramRun.DotNet
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(f => Path.Combine(f, "dotnet")).First(File.Exists);
}
