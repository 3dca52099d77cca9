namespace BarrierNode.Sim;

/// <summary>What a node's MQTT client throws when it can take no more messages.</summary>
internal sealed class BrokenLinkException(string message) : Exception(message);
