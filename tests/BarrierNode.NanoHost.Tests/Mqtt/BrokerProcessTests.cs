using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using BarrierNode.Mqtt;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class BrokerProcessTests
{
    [TestMethod]
    public void Start_InAPathWithSpaces_Works()
    {
        using TestBroker broker = new("with spaces and #é 'quotes' \"too\"");
        using MosquittoClient client = broker.Connected("ann");

        Assert.IsTrue(client.IsConnected);
    }

    [TestMethod]
    public void Start_OnATakenPort_SaysSo()
    {
        using TestFolder folder = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        BrokerException error = Assert.ThrowsExactly<BrokerException>(() => BrokerProcess.Start(folder.Path, [], port));

        Assert.StartsWith($"Port {port} on 127.0.0.1 is taken", error.Message);
        Assert.IsTrue(error.PortTaken);
    }

    [TestMethod]
    public void Start_WhereNothingCanBeWritten_NamesTheFolder()
    {
        using TestFolder folder = new();
        File.WriteAllText(folder["file"], "in the way");

        BrokerException error = Assert.ThrowsExactly<BrokerException>(() => BrokerProcess.Start(folder["file"], []));

        Assert.StartsWith(folder["file"], error.Message);
        Assert.Contains("cannot be written", error.Message);
    }

    [TestMethod]
    public void Start_TwiceInOneFolder_IsRefused()
    {
        using TestFolder folder = new();
        using BrokerProcess first = BrokerProcess.Start(folder.Path, []);

        BrokerException error = Assert.ThrowsExactly<BrokerException>(() => BrokerProcess.Start(folder.Path, []));

        Assert.Contains("another program runs a broker", error.Message);
        Assert.IsTrue(first.Running);
    }

    [TestMethod]
    [DataRow("ca.pem")]
    [DataRow("server.pem")]
    [DataRow("server-key.pem")]
    public void Start_WithABrokenCertificateFile_NamesItAndTheRemedy(string name)
    {
        using TestFolder folder = new();
        CertificateAuthority.Open(folder.Path);
        File.WriteAllText(folder[name], "no certificate");

        BrokerException error = Assert.ThrowsExactly<BrokerException>(() => BrokerProcess.Start(folder.Path, []));

        Assert.Contains(name.Replace("-key", ""), error.Message);
        Assert.Contains("Delete both files", error.Message);
    }

    [TestMethod]
    [DataRow("", "p", "read a", "user name")]
    [DataRow("a:b", "p", "read a", "user name")]
    [DataRow("ann", "", "read a", "password")]
    [DataRow("ann", "p", "delete a", "read TOPIC")]
    [DataRow("ann", "p", "read a\ntopic write #", "read TOPIC")]
    public void Start_WithAnImpossibleClient_SaysWhatIsWrong(string user, string password, string acl, string expected)
    {
        using TestFolder folder = new();

        BrokerException error = Assert.ThrowsExactly<BrokerException>(
            () => BrokerProcess.Start(folder.Path, [new BrokerClient(user, password, [acl])]));

        Assert.Contains(expected, error.Message);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Start_LeavesOnlyPrivateFiles()
    {
        using TestFolder folder = new();
        string state = folder["state"];
        using BrokerProcess broker = BrokerProcess.Start(state, [new BrokerClient("ann", "topsecret", ["read a"])]);

        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        Assert.AreEqual(UnixFileMode.None, File.GetUnixFileMode(state) & others);
        foreach (string file in (string[])["ca-key.pem", "server-key.pem", "passwords", "acl", "mosquitto.conf"])
        {
            Assert.AreEqual(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(state, file)) & others, file);
        }
        Assert.DoesNotContain("topsecret", File.ReadAllText(Path.Combine(state, "passwords")));
    }

    [TestMethod]
    public void Kill_ThenRestart_TheClientLosesTheLinkOnceAndCanComeBack()
    {
        using TestBroker broker = new();
        using MosquittoClient client = broker.Connected("ann");
        ConcurrentQueue<string> lost = new();
        client.Lost += lost.Enqueue;
        int port = broker.Process.Port;

        broker.Process.Kill();
        Assert.IsFalse(broker.Process.Running);
        Wait.Until(() => !lost.IsEmpty, "lost");
        Assert.IsFalse(client.IsConnected);
        Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        broker.Process.Restart();
        Assert.AreEqual(port, broker.Process.Port);
        Assert.AreEqual(0, client.Connect(Wait.Limit));
        Assert.HasCount(1, lost);
    }

    [TestMethod]
    public void Dispose_EndsTheBrokerAndItsGuard()
    {
        using TestFolder folder = new();
        BrokerProcess broker = BrokerProcess.Start(folder.Path, []);
        int session = broker.ProcessId;

        broker.Dispose();

        Wait.Until(() => !SessionHasProcesses(session), "no process of the broker's session left");
    }

    [TestMethod]
    public void Parent_KilledHard_LeavesNoBroker()
    {
        using TestFolder folder = new();
        bool hosted = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal);
        ProcessStartInfo start = new(hosted ? Environment.ProcessPath : "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { typeof(BrokerProcessTests).Assembly.Location, Program.BrokerParent, folder.Path },
        };
        using Process parent = Process.Start(start)!;
        int broker = int.Parse(parent.StandardOutput.ReadLine() ?? "0");
        Assert.IsTrue(SessionHasProcesses(broker), "the broker runs in a session of its own");

        parent.Kill();
        parent.WaitForExit();

        Wait.Until(() => !SessionHasProcesses(broker), "no process of the broker's session left");
    }

    // The broker leads a session of its own, so that the terminal's Ctrl-C does not reach it; its guard belongs to that session too.
    private static bool SessionHasProcesses(int session) =>
        Directory.EnumerateDirectories("/proc").Any(folder => IsAliveIn(folder, session));

    private static bool IsAliveIn(string processFolder, int session)
    {
        if (!int.TryParse(Path.GetFileName(processFolder), out _))
        {
            return false;
        }
        try
        {
            string stat = File.ReadAllText(Path.Combine(processFolder, "stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[3] == session.ToString() && fields[0] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
