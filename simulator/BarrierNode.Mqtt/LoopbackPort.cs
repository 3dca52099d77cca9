using System.Net;
using System.Net.Sockets;

namespace BarrierNode.Mqtt;

/// <summary>TCP ports on 127.0.0.1.</summary>
internal static class LoopbackPort
{
    /// <summary>A port that is free now; somebody may take it at any time.</summary>
    /// <returns>The port.</returns>
    internal static int FindFree()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Checks that a server can listen on the port.</summary>
    /// <param name="port">Port, 1 to 65535.</param>
    /// <exception cref="BrokerException">It cannot.</exception>
    internal static void RefuseTaken(int port)
    {
        if (port is < 1 or > 65535)
        {
            throw new BrokerException($"Port {port} does not exist. Expected 1 to 65535, or 0 for a free one.");
        }
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new BrokerException($"Port {port} is not open to this user. Choose a port of 1024 or above.");
        }
        catch (SocketException)
        {
            throw Taken(port);
        }
    }

    internal static BrokerException Taken(int port) =>
        new($"Port {port} on 127.0.0.1 is taken by another program. End that program or choose another port.") { PortTaken = true };
}
