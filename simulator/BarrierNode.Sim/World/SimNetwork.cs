namespace BarrierNode.Sim;

/// <summary>
/// The network between a node and its broker. A connection over it is TCP: what is lost is sent again and comes later, in order; what cannot pass waits
/// until the way is free again or the connection is given up. Delays are whole milliseconds.
/// </summary>
public sealed class SimNetwork
{
    private const long MsUs = 1000;
    private const int FirstRetransmitUs = 300_000;
    private const int MaxRetransmits = 5;

    private readonly SimRandom _random;

    internal SimNetwork(SimRandom random) => _random = random;

    /// <summary>There is a network at the node.</summary>
    public bool Up { get; set; } = true;

    /// <summary>What the node sends gets through. False alone is a link that is half open.</summary>
    public bool UpToBroker { get; set; } = true;

    /// <summary>What the broker sends gets through. False alone is a link that is half open.</summary>
    public bool UpToNode { get; set; } = true;

    /// <summary>Shortest time of a message from one end to the other, in microseconds.</summary>
    public long DelayUs { get; set; } = 4_000;

    /// <summary>A message takes up to so much longer, in microseconds.</summary>
    public int JitterUs { get; set; } = 8_000;

    /// <summary>How many of a million messages have to be sent again, which takes 0.3 s, then twice as long, and so on.</summary>
    public int LossPerMillion { get; set; }

    /// <summary>How many of a million messages arrive damaged; TLS notices it and ends the connection.</summary>
    public int GarbagePerMillion { get; set; }

    /// <summary>
    /// Opening a connection stops the whole chip so long, in microseconds: TLS does its sums in one native call, 1 to 3 s of them with a healthy peer.
    /// </summary>
    public long HandshakeUs { get; set; } = 1_200_000;

    internal bool Sends => Up && UpToBroker;

    internal bool Receives => Up && UpToNode;

    /// <summary>Time for one message, in microseconds.</summary>
    internal long DrawUs()
    {
        long us = DelayUs + (JitterUs > 0 ? _random.Below(JitterUs) : 0);
        for (int i = 0; i < MaxRetransmits && Happens(LossPerMillion); i++)
        {
            us += (long)FirstRetransmitUs << i;
        }

        return Math.Max(MsUs, us / MsUs * MsUs);
    }

    /// <summary>One message arrives damaged.</summary>
    internal bool DrawGarbage() => Happens(GarbagePerMillion);

    private bool Happens(int perMillion) => perMillion > 0 && _random.Below(1_000_000) < perMillion;
}
