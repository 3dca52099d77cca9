using System.Collections.Concurrent;
using System.Text;
using BarrierNode.Mqtt;

namespace BarrierNode.Hub.Tests;

/// <summary>A link without a broker.</summary>
internal sealed class FakeLink : IHubLink
{
    public event Action<MqttMessage>? Received;

    public event Action<bool>? ConnectedChanged;

    public bool Connected { get; private set; } = true;

    /// <summary>The link breaks between the look at <see cref="Connected"/> and the publication.</summary>
    public bool BreaksOnPublish { get; set; }

    /// <summary>Runs inside <see cref="Publish"/>.</summary>
    public Action OnPublish { get; set; } = () => { };

    public List<string> Filters { get; } = [];

    public ConcurrentQueue<(string Topic, byte[] Payload)> Published { get; } = new();

    public void Subscribe(string filter) => Filters.Add(filter);

    public bool Publish(string topic, byte[] payload)
    {
        OnPublish();
        if (!Connected || BreaksOnPublish)
        {
            return false;
        }

        Published.Enqueue((topic, payload));
        return true;
    }

    public void Deliver(string topic, string json, bool retained = false) => Deliver(topic, Encoding.UTF8.GetBytes(json), retained);

    public void Deliver(string topic, byte[] payload, bool retained = false) =>
        Received?.Invoke(new MqttMessage(topic, payload, 1, retained));

    public void SetConnected(bool connected)
    {
        Connected = connected;
        ConnectedChanged?.Invoke(connected);
    }

    /// <summary>What was published on a topic, as text.</summary>
    public string[] On(string topic) =>
        [.. Published.Where(message => message.Topic == topic).Select(message => Encoding.UTF8.GetString(message.Payload))];
}
