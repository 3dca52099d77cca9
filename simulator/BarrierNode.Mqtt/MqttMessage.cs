namespace BarrierNode.Mqtt;

/// <summary>One MQTT message.</summary>
/// <param name="Topic">Topic, without wildcards.</param>
/// <param name="Payload">Content; empty is allowed (retained and empty clears a topic).</param>
/// <param name="Qos">Quality of service, 0 to 2.</param>
/// <param name="Retain">Sent: the broker keeps it. Received: it was kept, so it may be old.</param>
public readonly record struct MqttMessage(string Topic, byte[] Payload, int Qos, bool Retain);
