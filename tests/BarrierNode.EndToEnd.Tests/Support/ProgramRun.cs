using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Starts the program itself, as a process of its own, the way people start it.</summary>
internal static class ProgramRun
{
    public static string DotNet { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "barriernode.dll");

    public static ToolRun Start(string stateFolder, params string[] arguments) =>
        ToolRun.Start(DotNet, [Dll, .. arguments], State(stateFolder));

    public static Dictionary<string, string> State(string folder) => new() { ["BARRIERNODE_STATE"] = folder };

    /// <summary>Waits for the JSON line of an event and returns it.</summary>
    public static JsonNode Told(ToolRun run, string kind)
    {
        string start = $"{{\"event\":\"{kind}\"";
        return JsonNode.Parse(run.WaitForLine(l => l.StartsWith(start, StringComparison.Ordinal), $"the program tells \"{kind}\""))!;
    }

    /// <summary>Checks that a program ended with an exit code and a sentence, never with a stack trace.</summary>
    public static void AssertEnds(ToolRun run, int exitCode, params string[] words)
    {
        int exit = run.WaitForExit();
        string said = string.Join('\n', run.Lines) + "\n" + run.Errors;
        Assert.AreEqual(exitCode, exit, said);
        Assert.DoesNotContain("   at ", said, "a stack trace");
        foreach (string word in words)
        {
            Assert.Contains(word, run.Errors);
        }
    }

    public static bool IsRunning(int processId)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
