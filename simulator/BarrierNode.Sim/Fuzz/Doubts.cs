using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz;

/// <summary>
/// What nothing in the street can be trusted about, because something is broken there or was a moment ago. Laws that would need it say nothing then.
/// </summary>
internal sealed class Doubts
{
    // What a relay, a filter and a hold time take to follow a detector or a switch that works again.
    private const long RecoveryUs = 8_000_000;

    // A hand pump takes this long from end to end, and the drive was not asked.
    private const long ByHandUs = 20_000_000;

    // Of two who ask within this time nobody can say which one the node has heard last.
    private const long AskedAloneUs = 3_000_000;
    public const int Nobody = -1;

    private readonly Station _station;
    private readonly HashSet<string> _detectors;
    private readonly HashSet<string> _ends;
    private readonly HashSet<string> _outputs;
    private readonly int[] _person;
    private readonly long[] _askedUs;
    private Fault? _latest;
    private int _faults;
    private int _blind;
    private int _uncertain;
    private int _untimed;
    private int _forgetful;
    private long _blindUntilUs;
    private long _uncertainUntilUs;
    private long _forgetfulUntilUs;

    public Doubts(Station station)
    {
        _station = station;
        SiteModel site = station.Site;
        _detectors = [.. site.Lanes.SelectMany(l => l.Loops).Select(l => l.Name)];
        _ends = [.. site.Lanes.SelectMany(l => l.UpLimits.Concat(l.DownLimits)).Select(l => l.Name)];
        _outputs = [.. station.Table.OutputNames];
        _person = new int[site.Lanes.Count];
        _askedUs = new long[site.Lanes.Count];
        Array.Fill(_askedUs, -AskedAloneUs);
    }

    /// <summary>A detector or a drive is broken or was a moment ago, or people move a barrier: nothing protects a vehicle.</summary>
    public bool IsBlind => _blind > 0 || _station.Street.NowUs < _blindUntilUs;

    /// <summary>A limit switch, a lamp or a drive lies or did so a moment ago: the node cannot know where a barrier is, or what shines.</summary>
    public bool IsUncertain => _uncertain > 0 || _station.Street.NowUs < _uncertainUntilUs;

    /// <summary>The clock of the chip is wrong: what it measures has another length in the street.</summary>
    public bool IsUntimed => _untimed > 0;

    /// <summary>The flash is broken or was: what is kept is not to be relied on.</summary>
    public bool IsForgetful => _forgetful > 0 || _station.Street.NowUs < _forgetfulUntilUs;

    /// <summary>The flash was broken at some time: what should be in it may not be.</summary>
    public bool WasForgetful { get; private set; }

    /// <summary>Something between the scan and the hub is broken.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The person who last commanded a lane to lower, or -1 when that is not clear.</summary>
    public int PersonAt(int lane) => _person[lane];

    /// <summary>Looks what is broken now; in every scan.</summary>
    public void Look()
    {
        IReadOnlyList<Fault> active = _station.Faults.Active;
        Fault? latest = active.Count > 0 ? active[^1] : null;
        if (active.Count != _faults || !ReferenceEquals(latest, _latest))
        {
            _faults = active.Count;
            _latest = latest;
            Judge();
        }
    }

    /// <summary>Somebody commands a lane to lower.</summary>
    /// <param name="lane">Number of the lane.</param>
    /// <param name="person">Name of the person.</param>
    public void Asked(int lane, string person)
    {
        long nowUs = _station.Street.NowUs;
        _person[lane] = nowUs - _askedUs[lane] > AskedAloneUs ? CommandIntake.PersonNumber(person) : Nobody;
        _askedUs[lane] = nowUs;
    }

    /// <summary>The node has refused such a command: whose it was that waits for a second person is not known any more.</summary>
    /// <param name="lane">Number of the lane.</param>
    public void NotAsked(int lane) => _person[lane] = Nobody;

    /// <summary>People begin to move a barrier.</summary>
    public void ByHand()
    {
        _blindUntilUs = Math.Max(_blindUntilUs, _station.Street.NowUs + ByHandUs);
        _uncertainUntilUs = Math.Max(_uncertainUntilUs, _station.Street.NowUs + ByHandUs);
    }

    // What is broken now decides what can be trusted; what was mended a moment ago needs time.
    private void Judge()
    {
        int blind = 0;
        int uncertain = 0;
        int untimed = 0;
        int forgetful = 0;
        bool cutOff = false;
        foreach (Fault fault in _station.Faults.Active)
        {
            string equipment = fault.Point.EndsWith(".wire", StringComparison.Ordinal) ? fault.Point[..^5] : fault.Point;
            bool drives = _outputs.Contains(equipment) || equipment is "supply" or "permit";
            blind += drives || _detectors.Contains(equipment) ? 1 : 0;
            uncertain += drives || _ends.Contains(equipment) ? 1 : 0;
            untimed += equipment == "clock" ? 1 : 0;
            forgetful += equipment == "flash" ? 1 : 0;
            cutOff |= equipment is "link" or "broker" or "hub" or "node" or "node.link" or "node.scan" or "clock" or "power" or "flash";
        }

        long recoveredUs = _station.Street.NowUs + RecoveryUs;
        _blindUntilUs = _blind > blind ? recoveredUs : _blindUntilUs;
        _uncertainUntilUs = _uncertain > uncertain ? recoveredUs : _uncertainUntilUs;
        _forgetfulUntilUs = _forgetful > forgetful ? recoveredUs : _forgetfulUntilUs;
        _blind = blind;
        _uncertain = uncertain;
        _untimed = untimed;
        _forgetful = forgetful;
        WasForgetful |= forgetful > 0;
        IsCutOff = cutOff;
    }
}
