namespace BarrierNode.Desktop.Cli;

/// <summary>Where an MQTT broker listens.</summary>
/// <param name="Host">Name or address; an IPv6 address without its brackets.</param>
/// <param name="Port">TCP port, 1 to 65535.</param>
public sealed record BrokerAddress(string Host, int Port)
{
    /// <summary>Reads HOST:PORT; an IPv6 address stands in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address, or null when the text has another form.</returns>
    public static BrokerAddress? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 1 || !CommandLine.TryPort(text[(colon + 1)..], out int port))
        {
            return null;
        }

        string host = text[..colon];
        bool bracketed = host is ['[', _, .., ']'];
        host = bracketed ? host[1..^1] : host;
        UriHostNameType found = Uri.CheckHostName(host);
        return found == UriHostNameType.Unknown || bracketed != (found == UriHostNameType.IPv6) ? null : new(host, port);
    }

    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
