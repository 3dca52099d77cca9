using BarrierNode.Control;

namespace BarrierNode.Sim.Fuzz;

/// <summary>What the laws look at in one scan, and where they say that one is broken. The first break counts: what follows may come of it.</summary>
internal sealed class FuzzWatch
{
    private const int EventsKept = 25;

    // The flash is written while nothing moves: what was there before the last still time of this length is in it.
    private const long WrittenUs = 5_000_000;

    private readonly Queue<NodeReport> _events = new(EventsKept);
    private readonly int _busy;
    private long _stillSinceUs;

    public FuzzWatch(Station station, Doubts doubts)
    {
        Station = station;
        Doubts = doubts;
        Lanes = [.. Enumerable.Range(0, station.Site.Lanes.Count).Select(l => new LaneMasks(station.Site, station.Table, l))];
        Motion = Lanes.Aggregate(0, (mask, l) => mask | l.Raise | l.Lower | l.Valve);
        _busy = Lanes.Aggregate(Motion, (mask, l) => mask | l.Warning);
    }

    public Station Station { get; }

    public Doubts Doubts { get; }

    public LaneMasks[] Lanes { get; }

    /// <summary>The outputs that move something.</summary>
    public int Motion { get; }

    /// <summary>The outputs that are on.</summary>
    public int Outputs { get; private set; }

    /// <summary>Those of the scan before.</summary>
    public int OutputsBefore { get; private set; }

    /// <summary>The conditions of this scan.</summary>
    public long Conditions { get; private set; }

    /// <summary>Those of the scan before.</summary>
    public long ConditionsBefore { get; private set; }

    public long NowUs { get; private set; }

    /// <summary>Time since the scan before.</summary>
    public long StepUs { get; private set; }

    /// <summary>Scans since the start of the node, from 1.</summary>
    public int Scans { get; private set; }

    public bool Late => StepUs > 1000L * Station.Site.Scan.LateLimitMs;

    /// <summary>What happened up to this time is in the flash: there was a still time after it, and nothing was broken on its way there.</summary>
    public long WrittenUntilUs { get; private set; }

    /// <summary>The first law that was broken, or null.</summary>
    public FuzzFinding? Finding { get; private set; }

    public void Hear(NodeReport told)
    {
        if (told.Kind != ReportKind.Event)
        {
            return;
        }

        if (_events.Count == EventsKept)
        {
            _events.Dequeue();
        }

        _events.Enqueue(told);
    }

    /// <summary>Takes in what the node has just done.</summary>
    public void BeginScan()
    {
        long nowUs = Station.Street.NowUs;
        Show(Station.Node.Outputs, Station.Node.Controller.Conditions, Scans == 0 ? 0 : nowUs - NowUs);
        NowUs = nowUs;
        if (Doubts.IsCutOff || (Outputs & _busy) != 0)
        {
            _stillSinceUs = nowUs;
        }
        else if (nowUs - _stillSinceUs > WrittenUs)
        {
            WrittenUntilUs = nowUs - WrittenUs;
        }
    }

    /// <summary>A scan.</summary>
    /// <param name="outputs">The outputs that are on after it.</param>
    /// <param name="conditions">Its conditions.</param>
    /// <param name="stepUs">Time since the scan before.</param>
    public void Show(int outputs, long conditions, long stepUs)
    {
        StepUs = stepUs;
        NowUs += stepUs;
        OutputsBefore = Scans == 0 ? 0 : Outputs;
        Outputs = outputs;
        ConditionsBefore = Scans == 0 ? 0 : Conditions;
        Conditions = conditions;
        Scans++;
    }

    /// <summary>The node starts anew.</summary>
    public void Restart()
    {
        Scans = 0;
        NowUs = Station.Street.NowUs;
        _stillSinceUs = NowUs;
    }

    public void Break(FuzzLaw law, int lane, string what) => Break(law, $"{(lane < 0 ? Station.Site.Node : Lanes[lane].Lane.Id)} {what}");

    public void Break(FuzzLaw law, string what) =>
        Finding ??= new FuzzFinding(law, Station.Street.NowUs, what, [.. _events.Select(Describe)]);

    private string Describe(NodeReport told)
    {
        string lane = told.Lane < 0 ? "" : $" {Station.Site.Lanes[told.Lane].Id}";
        string op = told.Op == CommandOp.None ? "" : $" {told.Op}";
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{told.AtUs / 1e6:0.00} s {(EventCode)told.Code}{lane}{op} {told.A} {told.B}");
    }
}
