namespace BarrierNode.Hub;

/// <summary>A message is not what the protocol says. The text follows the topic in a sentence.</summary>
internal sealed class MessageException(string message) : Exception(message);
