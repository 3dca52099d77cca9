using System.Net;
using System.Net.Sockets;

namespace BarrierNode.NanoHost.Tests;

/// <summary>Makes a loopback port reachable under a second address, so that the certificate does not fit.</summary>
internal sealed class TcpForwarder : IDisposable
{
    private readonly TcpListener _listener;
    private readonly int _port;

    public TcpForwarder(string address, int port)
    {
        _port = port;
        _listener = new TcpListener(IPAddress.Parse(address), port);
        _listener.Start();
        _ = Accept();
    }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Forward(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task Forward(TcpClient near)
    {
        using TcpClient far = new();
        using (near)
        {
            await far.ConnectAsync(IPAddress.Loopback, _port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
    }
}
