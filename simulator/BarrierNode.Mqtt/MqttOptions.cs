namespace BarrierNode.Mqtt;

/// <summary>How to reach a broker.</summary>
/// <param name="Host">Host name or address; with TLS the server certificate must name it.</param>
/// <param name="Port">TCP port, 1 to 65535.</param>
/// <param name="ClientId">Client id, one of a kind on the broker.</param>
/// <param name="UserName">User name, or null to give none.</param>
/// <param name="Password">Password, or null to give none.</param>
/// <param name="CaFile">PEM file of the authority that signed the server certificate; null means no TLS.</param>
/// <param name="KeepAliveSeconds">Longest silence in seconds, 5 to 65535, or 0 for no limit.</param>
/// <param name="Will">What the broker publishes when the connection breaks off, or null.</param>
/// <param name="CleanSession">True: the broker forgets subscriptions and queued messages with the connection.</param>
public sealed record MqttOptions(
    string Host,
    int Port,
    string ClientId,
    string? UserName,
    string? Password,
    string? CaFile,
    int KeepAliveSeconds,
    MqttMessage? Will,
    bool CleanSession = true)
{
    /// <summary>Who connects where, without the password, so that it may appear in a log.</summary>
    /// <returns>For example <c>hub@localhost:8883</c>.</returns>
    public override string ToString() => $"{UserName ?? ClientId}@{Host}:{Port}";
}
