using BarrierNode.Hub;

namespace BarrierNode.Sim;

/// <summary>
/// The numbers of a node's events as a hub keeps them: confirmed is the end of the unbroken run that starts with the first event that it ever got, never
/// beyond what the node has sent in its present boot. Numbers that contradict the stored ones begin a new series: the node has another flash.
/// </summary>
internal sealed class HubJournal
{
    private readonly Dictionary<long, (long Boot, long UptimeMs, string Code)> _stored = [];
    private string? _boot;
    private long _highest;
    private long _sent;

    /// <summary>The highest number up to which everything is stored; null before the first.</summary>
    public long? Confirmed { get; private set; }

    /// <summary>How often the numbers began anew.</summary>
    public int Epoch { get; private set; }

    /// <summary>How many events came once more.</summary>
    public long Repeated { get; private set; }

    /// <summary>What may be confirmed to the node now.</summary>
    public long ToConfirm => Math.Min(Confirmed ?? 0, _sent);

    /// <summary>True when a stored event lies behind a gap: the node has not sent what comes before.</summary>
    public bool HasGap => _highest > (Confirmed ?? 0);

    /// <summary>The node announced its boot.</summary>
    public void Begin(string boot)
    {
        if (boot == _boot)
        {
            return;
        }

        if (_boot is not null && BootId.NumberOf(boot) <= BootId.NumberOf(_boot))
        {
            BeginEpoch();
        }

        _boot = boot;
        _sent = 0;
    }

    /// <summary>Takes an event.</summary>
    /// <returns>True when it is new.</returns>
    public bool Take(EventMessage message)
    {
        var identity = (message.Boot, message.UptimeMs, message.Code);
        bool known = _stored.TryGetValue(message.Number, out var stored);
        if (known && stored != identity)
        {
            BeginEpoch();
            known = false;
        }

        if (known)
        {
            Repeated++;
        }
        else
        {
            _stored.Add(message.Number, identity);
            _highest = Math.Max(_highest, message.Number);
            Confirmed ??= message.Number;
        }

        // The node itself says that it has nothing between two numbers: then there is nothing to wait for.
        Advance();
        if (message.After is { } after && Confirmed < message.Number && Confirmed >= after)
        {
            Confirmed = message.Number;
            Advance();
        }

        _sent = Math.Max(_sent, message.Number);
        return !known;
    }

    private void Advance()
    {
        while (_stored.ContainsKey(Confirmed!.Value + 1))
        {
            Confirmed++;
        }
    }

    private void BeginEpoch()
    {
        Epoch++;
        _stored.Clear();
        Confirmed = null;
        _highest = 0;
        _sent = 0;
    }
}
