using BarrierNode.Mqtt;

namespace BarrierNode.Hub;

/// <summary>The hub's way to its broker. Nothing that goes through it is ever retained: the hub leaves no message behind.</summary>
public interface IHubLink
{
    /// <summary>A message arrived. Raised by one thread at a time.</summary>
    event Action<MqttMessage>? Received;

    /// <summary>The link came up (true) or was lost (false).</summary>
    event Action<bool>? ConnectedChanged;

    /// <summary>True while the broker is connected.</summary>
    bool Connected { get; }

    /// <summary>Receives what matches a filter (QoS 1), now and after every reconnect.</summary>
    /// <param name="filter">An MQTT topic filter.</param>
    void Subscribe(string filter);

    /// <summary>
    /// Publishes with QoS 1, not retained. Nothing is kept for later: a command that could not go out now must not go out then.
    /// </summary>
    /// <param name="topic">The topic.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>False when there is no link.</returns>
    bool Publish(string topic, byte[] payload);
}
