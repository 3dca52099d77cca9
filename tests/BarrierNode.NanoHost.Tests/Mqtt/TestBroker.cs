using System.Collections.Concurrent;
using BarrierNode.Mqtt;

namespace BarrierNode.NanoHost.Tests;

/// <summary>A real Mosquitto with two clients that may use everything below t/, and one that may read a and write b only.</summary>
internal sealed class TestBroker : IDisposable
{
    private readonly TestFolder _folder;

    public TestBroker(string folderName = "broker")
    {
        _folder = new TestFolder(folderName);
        Process = BrokerProcess.Start(
            _folder.Path,
            [
                new BrokerClient("ann", "ann's secret", ["read t/#", "write t/#", "read a", "write a", "read b", "write b"]),
                new BrokerClient("bob", "bob's secret", ["read t/#", "write t/#"]),
                new BrokerClient("narrow", "narrow's secret", ["read a", "write b"]),
            ]);
    }

    public BrokerProcess Process { get; }

    public MosquittoClient Client(
        string user, string? password = null, string host = "localhost", string? caFile = null, MqttMessage? will = null) =>
        new(new MqttOptions(
            host, Process.Port, $"{user}-{Guid.NewGuid():N}", user, password ?? $"{user}'s secret", caFile ?? Process.CaFile, 30, will));

    public MosquittoClient Connected(string user, MqttMessage? will = null)
    {
        MosquittoClient client = Client(user, will: will);
        Assert.AreEqual(0, client.Connect(Wait.Limit));
        return client;
    }

    /// <summary>Connects, subscribes, and returns once the broker has granted the subscription.</summary>
    public (MosquittoClient Client, ConcurrentQueue<MqttMessage> Received) Listener(string user, params string[] filters)
    {
        MosquittoClient client = Connected(user);
        ConcurrentQueue<MqttMessage> received = new();
        int granted = 0;
        client.Received += received.Enqueue;
        client.Subscribed += (_, _) => Interlocked.Increment(ref granted);
        foreach (string filter in filters)
        {
            client.Subscribe(filter, 1);
        }
        Wait.Until(() => Volatile.Read(ref granted) == filters.Length, "subscriptions granted");
        return (client, received);
    }

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }
}
