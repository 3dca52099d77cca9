using BarrierNode.Control;
using BarrierNode.Sim.Fuzz.Laws;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Keeps the laws at a station: hears every report and looks at every scan from now on.</summary>
internal sealed class LawKeeper
{
    private readonly Station _station;
    private readonly FuzzWatch _watch;
    private readonly MoveLaws _moves;
    private readonly AnswerLaws _answers;
    private readonly RecordLaws _records;
    private readonly LawBook[] _laws;
    private Controller _controller;

    public LawKeeper(Station station)
    {
        _station = station;
        Doubts = new Doubts(station);
        _watch = new FuzzWatch(station, Doubts);
        _moves = new MoveLaws(_watch);
        _answers = new AnswerLaws(_watch);
        _records = new RecordLaws(_watch);
        _laws = [new GateLaws(_watch), _moves, new TripLaws(_watch), new InputLaws(_watch), new StreetLaws(_watch), _answers, _records];
        _controller = station.Node.Controller;
        station.Node.Reported += Hear;
        station.Node.Scanned += Scan;
    }

    /// <summary>What cannot be trusted.</summary>
    public Doubts Doubts { get; }

    /// <summary>The first law that was broken, or null.</summary>
    public FuzzFinding? Finding => _watch.Finding;

    /// <summary>Strokes that drives began.</summary>
    public int Strokes => _moves.Strokes;

    /// <summary>Refusals that named what refuses.</summary>
    public int Refusals => _answers.Refusals;

    /// <summary>What was in force at restarts and had to be in force after them.</summary>
    public int Survived => _answers.Survived;

    /// <summary>Scans that replays repeated.</summary>
    public int Replayed => _records.Replayed;

    /// <summary>Notes a law that something else has found broken.</summary>
    public void Break(FuzzLaw law, string what) => _watch.Break(law, what);

    private void Hear(NodeReport told)
    {
        NoticeRestart();
        _watch.Hear(told);
        foreach (LawBook law in _laws)
        {
            law.Hear(told);
        }
    }

    private void Scan()
    {
        NoticeRestart();
        Doubts.Look();
        _watch.BeginScan();
        foreach (LawBook law in _laws)
        {
            law.Scan();
        }
    }

    private void NoticeRestart()
    {
        if (!ReferenceEquals(_controller, _station.Node.Controller))
        {
            _controller = _station.Node.Controller;
            _watch.Restart();
            foreach (LawBook law in _laws)
            {
                law.Restart();
            }
        }
    }
}
