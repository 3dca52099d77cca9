using System.Net.Sockets;

namespace BarrierNode.Desktop.Screens;

/// <summary>The page cannot be served at the port that was asked for; the message says why and what to do.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">What the system said.</param>
public sealed class PortTakenException(string message, Exception inner) : IOException(message, inner)
{
    /// <summary>Makes the sentence.</summary>
    /// <param name="port">The port.</param>
    /// <param name="cause">What the system said.</param>
    public static PortTakenException Of(int port, Exception cause)
    {
        bool denied = cause is SocketException { SocketErrorCode: SocketError.AccessDenied };
        return new PortTakenException(
            denied
                ? $"Port {port} may not be opened by this user. Choose one above 1023 with --port."
                : $"Port {port} is used by another program. Stop that program, or choose another port with --port.",
            cause);
    }
}
