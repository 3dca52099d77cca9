using System.Collections.Concurrent;
using System.Diagnostics;
using BarrierNode.NanoHost;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>A logic analyser on some outputs of a node: every edge with its moment. It stays connected when the node restarts.</summary>
internal sealed class Probe
{
    private readonly int[] _pins;
    private readonly VirtualPins _node;
    private readonly ConcurrentQueue<Edge> _edges = new();

    public Probe(VirtualPins node, IEnumerable<int> pins)
    {
        _node = node;
        _pins = [.. pins.Distinct()];
        node.OutputChanged += (pin, high, _) => Note(pin, high, Stopwatch.GetTimestamp());
    }

    /// <summary>How often an output went high.</summary>
    public int Rises => _edges.Count(edge => edge.High);

    public bool AllLow => _pins.All(pin => !_node.Output(pin));

    /// <summary>The first edge to high after a moment, or null.</summary>
    public long? FirstRiseAfter(long stamp)
    {
        foreach (Edge edge in _edges)
        {
            if (edge.High && edge.Stamp >= stamp)
            {
                return edge.Stamp;
            }
        }

        return null;
    }

    private void Note(int pin, bool high, long stamp)
    {
        if (_pins.Contains(pin))
        {
            _edges.Enqueue(new Edge(high, stamp));
        }
    }

    private sealed record Edge(bool High, long Stamp);
}
