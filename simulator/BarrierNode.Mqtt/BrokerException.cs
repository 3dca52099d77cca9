namespace BarrierNode.Mqtt;

/// <summary>The broker cannot be started; the message is a sentence for people.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
public sealed class BrokerException(string message) : Exception(message)
{
    /// <summary>True when another program listens on the port.</summary>
    public bool PortTaken { get; init; }
}
