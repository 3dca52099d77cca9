using System.Security.Cryptography;
using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>
/// Tells every live node the local time, and by that that the hub is there: after its birth and then every 10 s. It is signed like a command but is
/// none: it is not stored, not numbered and not answered.
/// </summary>
internal sealed class HubClock(HubOptions options, IHubLink link, TimeProvider time, Lock gate, NodeRegistry registry)
{
    /// <summary>Time from one to the next.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private const string Operator = "hub";

    private static readonly DateTime s_first = new(2024, 1, 1);

    private readonly Dictionary<NodeAddress, (string Boot, long At)> _told = [];

    /// <summary>Tells the nodes whose turn it is. Called by one thread at a time.</summary>
    public void Tell()
    {
        // A computer whose clock was never set has no time to tell.
        double minutes = (time.GetLocalNow().DateTime - s_first).TotalMinutes;
        if (!link.Connected || minutes is < 0 or > RequestRing.MaxArgument)
        {
            return;
        }

        foreach (CommandRecord clock in Due((int)minutes))
        {
            if (options.CommandKeyOf(clock.Node) is { } key)
            {
                string topic = new Topics(clock.Node.City, clock.Node.Site, clock.Node.Node).LaneCommand(clock.Lane);
                link.Publish(topic, Jws.Sign(CommandPayload.Of(clock, options.Seat), key));
            }
        }
    }

    private List<CommandRecord> Due(int minutes)
    {
        List<CommandRecord> due = [];
        lock (gate)
        {
            long now = time.GetTimestamp();
            foreach (NodeRecord node in registry.All)
            {
                if (node.Reach(now) is { } reach && !WasTold(node.Address, reach.Boot, now))
                {
                    _told[node.Address] = (reach.Boot, now);
                    due.Add(Clock(node.Address, minutes, reach.Boot, reach.Beat, reach.Lane));
                }
            }
        }

        return due;
    }

    private bool WasTold(NodeAddress node, string boot, long now) =>
        _told.TryGetValue(node, out (string Boot, long At) told) && told.Boot == boot && time.GetElapsedTime(told.At, now) < Period;

    private CommandRecord Clock(NodeAddress node, int minutes, string boot, long beat, string lane) => new(
        RandomNumberGenerator.GetHexString(32, lowercase: true), node, lane, Names.Of(CommandOp.Clock), Operator, null, minutes, boot,
        beat, 0, time.GetUtcNow(), []);
}
