namespace BarrierNode.Mqtt;

/// <summary>The link to the broker cannot be made or used; the message is a sentence for people.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class MqttLinkException(string message) : Exception(message);
