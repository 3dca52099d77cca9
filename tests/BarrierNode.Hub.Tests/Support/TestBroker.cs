using System.Collections.Concurrent;
using System.Text;
using BarrierNode.Mqtt;

namespace BarrierNode.Hub.Tests;

/// <summary>A real broker with TLS, and the permissions of <see cref="BrokerAccess"/> for a hub and two nodes.</summary>
internal sealed class TestBroker : IDisposable
{
    private static readonly string[] s_lanes = ["promenade", "depot"];

    private readonly TestFolder _folder = new();

    public TestBroker() => Process = BrokerProcess.Start(
        _folder.Path,
        [
            new BrokerClient("hub", "hub's secret", BrokerAccess.OfHub),
            new BrokerClient("quai-1", "quai-1's secret", BrokerAccess.OfNode(First.Address, s_lanes)),
            new BrokerClient("quai-2", "quai-2's secret", BrokerAccess.OfNode(Second.Address, s_lanes)),
        ]);

    public BrokerProcess Process { get; }

    public NodeMessages First { get; } = new("nice", "promenade", "quai-1");

    public NodeMessages Second { get; } = new("nice", "promenade", "quai-2");

    public MqttOptions Options(string user, string? password = null) => new(
        "localhost", Process.Port, $"{user}-{Guid.NewGuid():N}", user, password ?? $"{user}'s secret", Process.CaFile, 30, null);

    /// <summary>A client with everything that it receives.</summary>
    public (MosquittoClient Client, ConcurrentQueue<MqttMessage> Received) Connect(string user, params string[] filters)
    {
        MosquittoClient client = new(Options(user));
        ConcurrentQueue<MqttMessage> received = new();
        int answered = 0;
        client.Received += received.Enqueue;
        client.Subscribed += (_, _) => Interlocked.Increment(ref answered);
        Assert.AreEqual(0, client.Connect(Wait.Limit));
        foreach (string filter in filters)
        {
            client.Subscribe(filter, 1);
        }

        Wait.Until(() => Volatile.Read(ref answered) == filters.Length, "subscriptions answered");
        return (client, received);
    }

    public static void Publish(MosquittoClient client, string topic, string json, bool retain = false) =>
        client.Publish(topic, Encoding.UTF8.GetBytes(json), 1, retain);

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }
}
