using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>
/// A node in virtual time: the firmware's own code, from its start over scan and link to its journal, on a chip whose pins are wired to the street, whose
/// flash survives power cuts, and whose link goes to the broker of the city.
/// </summary>
public sealed class SimNode
{
    private const long MsUs = 1000;
    private const long StepUs = 5_000;
    private const long ResetUs = 60_000_000;

    private readonly Station _station;
    private readonly SimRandom _random;
    private readonly Dictionary<int, long> _startUs = [];
    private SimPins _pins;
    private NodeCore _core;
    private ScanStep _scan;
    private NodeLink _link;
    private bool _linkStarted;
    private bool _woken;
    private long _scanDueUs;
    private long _linkDueUs;
    private long _stalledUntilUs;
    private long _scans;
    private int _hashedOutputs = -1;

#pragma warning disable CS8618 // Start sets what is missing; a flash that was just commissioned starts.
    internal SimNode(Station station, SimRandom random)
#pragma warning restore CS8618
    {
        _station = station;
        _random = random;
        Flash = new SimFlash();
        Clock = new SimClock(station.Street);
        CommandKey = Commissioning.Write(Flash, station.Site, station.Table, random);
        Flash.Stalls = Stall;
        Start();
    }

    /// <summary>Raised after every scan.</summary>
    public event Action? Scanned;

    /// <summary>Raised for every report of a scan, in their order, before the link takes it.</summary>
    public event Action<NodeReport>? Reported;

    /// <summary>Raised for every line that the node says on its console.</summary>
    public event Action<string>? Said;

    /// <summary>The firmware's controller; another one after every start.</summary>
    public Controller Controller => _core.Controller;

    /// <summary>The firmware's journal; another one after every start.</summary>
    public Journal Journal => _core.Journal;

    /// <summary>The boot id; another one after every start.</summary>
    public string Boot => _core.Boot;

    /// <summary>The outputs that are on, a mask in the order of the site table.</summary>
    public int Outputs => _pins.Outputs;

    /// <summary>True while the cabinet has power.</summary>
    public bool HasPower { get; private set; }

    /// <summary>Why the program did not start with the power, or null when it did.</summary>
    public string? StartProblem { get; private set; }

    /// <summary>The node has a connection to its broker, as far as it knows.</summary>
    public bool Connected => Runs && _link.Connected;

    /// <summary>Its flash.</summary>
    public SimFlash Flash { get; }

    /// <summary>The clock of its chip.</summary>
    public SimClock Clock { get; }

    /// <summary>The chip stands: no scan and no link, the outputs stay as they are. Its clock goes on.</summary>
    public bool Stalled { get; set; }

    /// <summary>The second stage of the permission chain is fitted: 60 s without a pulse reset the chip.</summary>
    public bool ResetsWithoutPulse { get; set; }

    /// <summary>A scan that is due does not come: asked at the street's time of each. Null: all come.</summary>
    internal Func<long, bool>? HoldsScan { get; set; }

    /// <summary>A step of the link that is due does not come: asked at the street's time of each. Null: all come.</summary>
    internal Func<long, bool>? HoldsLink { get; set; }

    /// <summary>The key of its commands.</summary>
    internal byte[] CommandKey { get; }

    /// <summary>Its program runs.</summary>
    internal bool Runs => HasPower && !Stalled && StartProblem is null;

    internal Wire Wire { get; private set; }

    internal long NowUs => _station.Street.NowUs;

    /// <summary>When the chip goes on that stands now; otherwise now.</summary>
    internal long BusyUntilUs => Math.Max(_stalledUntilUs, NowUs);

    /// <summary>When something is due at the node, in the street's time; in the past when it waits for the end of a stall.</summary>
    internal long NextUs => Runs ? Math.Max(_stalledUntilUs, Math.Min(_scanDueUs, _linkDueUs)) : long.MaxValue;

    /// <summary>The power fails.</summary>
    public void PowerOff()
    {
        HasPower = false;
        _pins.PowerOff();
        Wire.Cut();
    }

    /// <summary>The power comes back: the node starts with what its flash has kept.</summary>
    public void PowerOn()
    {
        if (!HasPower)
        {
            Start();
        }
    }

    /// <summary>The chip is reset: every pin goes low for a moment, and the node starts anew.</summary>
    public void Restart()
    {
        PowerOff();
        Start();
    }

    /// <summary>The chip stands for some time, from now on: no scan and no link, the outputs stay as they are.</summary>
    /// <param name="us">How long, in microseconds.</param>
    public void Stall(long us) => _stalledUntilUs = BusyUntilUs + (us / MsUs * MsUs);

    /// <summary>When an event of the node happened, in microseconds of the city.</summary>
    /// <param name="start">Number of the start in which it happened.</param>
    /// <param name="uptimeMs">Uptime at which it happened, in milliseconds.</param>
    internal long TimeOf(int start, long uptimeMs) => _startUs.GetValueOrDefault(start) + (uptimeMs * MsUs);

    /// <summary>Puts a site table into its flash, which the next start reads.</summary>
    internal void Commission(TableChange change) => Commissioning.Write(Flash, _station.Site, change);

    /// <summary>One bit of the rules turns over in the memory, until the next start.</summary>
    internal void FlipRule(int word, int bit) => _core.Site.Gate.Words[word] ^= 1L << bit;

    internal void Say(string line) => Said?.Invoke(line);

    /// <summary>The link has something to do at once.</summary>
    internal void Wake() => _woken = true;

    /// <summary>The scan has thrown: everything goes off.</summary>
    internal void EndScans() => _pins.PowerOff();

    /// <summary>Does what is due.</summary>
    internal void Run(long nowUs)
    {
        if (!Runs || nowUs < _stalledUntilUs)
        {
            return;
        }

        if (nowUs >= _scanDueUs)
        {
            // Behind: the lost scans are not made up for.
            _scanDueUs = Math.Max(_scanDueUs + Clock.InStreet(ScanStep.PeriodUs), nowUs);
            if (HoldsScan is null || !HoldsScan(nowUs))
            {
                Scan();
            }

            if (_scanDueUs <= nowUs)
            {
                _scanDueUs = nowUs + Clock.InStreet(ScanStep.PeriodUs);
            }
        }

        if (Runs && (_woken || nowUs >= _linkDueUs))
        {
            _linkDueUs = nowUs + Clock.InStreet(NodeLink.PollMs * MsUs);
            if (HoldsLink is null || !HoldsLink(nowUs))
            {
                StepLink();
            }
        }

        if (ResetsWithoutPulse && nowUs - _pins.PulsedUs >= ResetUs)
        {
            Restart();
        }
    }

    private void Start()
    {
        HasPower = true;
        StartProblem = null;
        _stalledUntilUs = 0;
        _scanDueUs = NowUs + StepUs + (_random.Below(4) * StepUs);
        _linkDueUs = NowUs + StepUs + (_random.Below(2) * StepUs);
        _linkStarted = false;
        _woken = false;
        _pins = new SimPins(_station.Table, _station.Street, Clock);
        Wire = new Wire(this, _station.Network, _station.Session);
        try
        {
            NodeCore core = new(NodeConfig.Read(Flash), Flash, (int)(_random.Next() & int.MaxValue));
            _core = core;
            _scan = new ScanStep(core.Controller, _pins);
            _link = new NodeLink(core, Wire);
            _startUs[core.Journal.Start] = _scanDueUs;
        }
        catch (PowerCutException)
        {
            PowerOff();
        }
        catch (Exception problem) when (_core is not null)
        {
            // As the firmware's main program does: without configuration or site table nothing is ever energised.
            StartProblem = problem.Message;
            Say("BarrierNode does not start: " + problem.Message);
        }

        // Its start is not looked at: what it writes then delays nothing.
        _stalledUntilUs = 0;
    }

    private void Scan()
    {
        ReportRing reports = Controller.Reports;
        int before = reports.Waiting;
        _woken |= _scan.Scan();
        _scans++;
        if (_pins.Outputs != _hashedOutputs)
        {
            _hashedOutputs = _pins.Outputs;
            _station.Hash.Add((_scans << 32) | (uint)_hashedOutputs);
        }

        if (Reported is not null)
        {
            for (int i = before; i < reports.Waiting; i++)
            {
                reports.Peek(i);
                Reported(new NodeReport(
                    reports.Kind, reports.Code, reports.Lane, reports.Op, reports.Ticket, reports.A, reports.B, reports.C, reports.Trips, reports.UptimeMs,
                    NowUs));
            }
        }

        Scanned?.Invoke();
    }

    private void StepLink()
    {
        _woken = false;
        try
        {
            if (!_linkStarted)
            {
                _linkStarted = true;
                _link.Start();
            }

            _link.Step(Clock.NowUs);
        }
        catch (PowerCutException)
        {
            PowerOff();
        }
    }
}
