using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BarrierNode.Mqtt;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>An MQTT client of its own at the broker, with everything that it has received.</summary>
internal sealed class Wire : IDisposable
{
    private readonly MosquittoClient _client;
    private readonly ConcurrentQueue<MqttMessage> _received = new();

    public Wire(int port, string caFile, string user, string password, params string[] filters)
    {
        _client = new MosquittoClient(new MqttOptions("localhost", port, $"test-{Guid.NewGuid():N}", user, password, caFile, 30, null));
        int answered = 0;
        _client.Received += _received.Enqueue;
        _client.Subscribed += (_, _) => Interlocked.Increment(ref answered);
        Assert.AreEqual(0, _client.Connect(Wait.Limit), "the broker lets the client in");
        foreach (string filter in filters)
        {
            _client.Subscribe(filter, 1);
        }

        Wait.Until(() => Volatile.Read(ref answered) == filters.Length, "subscriptions answered");
    }

    public IEnumerable<MqttMessage> Received => _received;

    public void Publish(string topic, byte[] payload, bool retain = false) => _client.Publish(topic, payload, 1, retain);

    /// <summary>Everything received on a topic that is JSON, in order.</summary>
    public IReadOnlyList<JsonNode> On(string topic) =>
        [.. _received.Where(m => m.Topic == topic).Select(m => JsonNode.Parse(m.Payload)!)];

    public void Dispose() => _client.Dispose();
}
