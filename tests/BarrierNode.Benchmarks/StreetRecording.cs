using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Benchmarks;

/// <summary>
/// Records a site of <c>simulator/sites</c>: the firmware's own controller in the street of the site file, with cars, with commands that
/// raise and lower, and now and then a late scan.
/// </summary>
internal sealed class StreetRecording
{
    private const int ScansBefore = 500;
    private const int StateWordsAtMost = 4096;

    private readonly Random _random = new(20);
    private readonly StreetModel _street;
    private readonly StreetClock _clock;
    private readonly Controller _controller;
    private readonly Gate _gate;
    private readonly ScanSequence _scans = new();
    private int _outputs;
    private bool _permit;

    /// <summary>Records a site.</summary>
    /// <param name="root">Folder of the repository.</param>
    /// <param name="file">Name of the site file.</param>
    public StreetRecording(string root, string file)
    {
        Site = SiteFile.Load(Path.Combine(root, "simulator", "sites", file), Path.Combine(root, "hardware", "boards"));
        Table = SiteCompiler.Compile(Site);
        _street = new StreetModel(Site);
        _clock = new StreetClock(_street);
        _controller = new Controller(Table, 0);
        _gate = new Gate(Table.Gate, 0);
        for (int i = 0; i < ScansBefore; i++)
        {
            Scan(0);
        }

        var words = new long[StateWordsAtMost];
        _controller.Exchange(new StateFrame(words));
        ControllerStart = words;
        long[] gateStart = Recording.StateOf(_gate);
        for (int i = 0; i < ScanSequence.Length; i++)
        {
            Scan(i);
        }

        _scans.MustMove(Table.Gate.MotionOutputs);
        Gate = new Recording(Table.Gate, gateStart, _scans);
    }

    /// <summary>The site.</summary>
    public SiteModel Site { get; }

    /// <summary>What its node has loaded.</summary>
    public SiteTable Table { get; }

    /// <summary>The state of the controller at the beginning.</summary>
    public long[] ControllerStart { get; }

    /// <summary>What the gate did.</summary>
    public Recording Gate { get; }

    private void Scan(int i)
    {
        int lane = _random.Next(Table.Lanes.Length);
        _scans.CommandLanes[i] = lane;
        _scans.Commands[i] = _random.Next(20) == 0 ? CommandFor(lane) : CommandOp.None;
        if (_random.Next(800) == 0)
        {
            _street.SendCar(Site.Lanes[lane].Id);
        }

        long elapsedUs = _random.Next(1000) == 0 ? 150_000 : 1000 * _random.Next(15, 26);
        _clock.Advance(elapsedUs);
        _scans.ElapsedUs[i] = elapsedUs;
        _scans.Pins[i] = Pins();
        if (_scans.Commands[i] != CommandOp.None)
        {
            _controller.Requests.Put(lane, _scans.Commands[i], i, 0);
        }

        int permitted = _controller.Scan(_scans.Pins[i], elapsedUs);
        _scans.Derived[i] = _controller.Conditions;
        _scans.Requests[i] = _controller.Requested;
        _scans.Permitted[i] = permitted;
        Write(permitted);
        if (_controller.EndScan(0, elapsedUs))
        {
            _permit = !_permit;
            _street.SetOutput(Table.PermitPin, _permit);
        }

        while (_controller.Reports.Take())
        {
            // Nobody listens.
        }

        _gate.Condition(_scans.Pins[i], elapsedUs);
        _gate.Scan(_scans.Derived[i], _scans.Requests[i], _scans.Requests[i]);
    }

    // Up when it is down, else down: a barrier that a vehicle has stopped must let it go.
    private CommandOp CommandFor(int lane) => _controller.Position(lane) switch
    {
        LanePosition.Down => CommandOp.Raise,
        LanePosition.Raising or LanePosition.Lowering => CommandOp.None,
        _ => CommandOp.Lower,
    };

    private int Pins()
    {
        int pins = 0;
        for (int i = 0; i < Table.InputPins.Length; i++)
        {
            pins |= _street.InputLevel(Table.InputPins[i]) ? 1 << i : 0;
        }

        return pins;
    }

    private void Write(int outputs)
    {
        for (int o = 0; o < Table.OutputPins.Length; o++)
        {
            int bit = 1 << o;
            if (((outputs ^ _outputs) & bit) != 0)
            {
                _street.SetOutput(Table.OutputPins[o], (outputs & bit) != 0);
            }
        }

        _outputs = outputs;
    }
}
