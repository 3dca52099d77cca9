namespace BarrierNode.Sim.Fuzz;

/// <summary>What came of a run of random lives.</summary>
public sealed class FuzzReport
{
    private readonly List<EpisodeResult> _findings = [];
    private readonly EventHash _hash = new();
    private double _laneSeconds;

    internal FuzzReport(int seed)
    {
        Seed = seed;
    }

    /// <summary>Seed of the run.</summary>
    public int Seed { get; }

    /// <summary>Episodes.</summary>
    public int Episodes { get; private set; }

    /// <summary>Hours of street time in their safety phases.</summary>
    public double Hours { get; private set; }

    /// <summary>A hash over all of them, in their order.</summary>
    public string Hash => _hash.ToString();

    /// <summary>Strokes that drives began.</summary>
    public long Strokes { get; private set; }

    /// <summary>Refusals that named what refuses.</summary>
    public long Refusals { get; private set; }

    /// <summary>Scans of flight records that replayed bit for bit.</summary>
    public long Replayed { get; private set; }

    /// <summary>What was in force at power cuts and was so again.</summary>
    public long Survived { get; private set; }

    /// <summary>The episodes in which a law was broken.</summary>
    public IReadOnlyList<EpisodeResult> Findings => _findings;

    /// <summary>What was seen.</summary>
    public FuzzCoverage Coverage { get; } = new();

    /// <summary>How long it took, in seconds of the wall clock.</summary>
    public double Seconds { get; internal set; }

    /// <summary>Seconds of street time, times lanes, a second of the wall clock.</summary>
    public double LaneSecondsPerSecond => Seconds > 0 ? _laneSeconds / Seconds : 0;

    internal void Add(EpisodeResult life, double hours)
    {
        Episodes++;
        Hours += hours;
        _laneSeconds += life.LaneSeconds;
        _hash.Add((long)life.Hash);
        Strokes += life.Strokes;
        Refusals += life.Refusals;
        Replayed += life.Replayed;
        Survived += life.Survived;
        Coverage.Add(life.Coverage);
        if (life.Finding is not null)
        {
            _findings.Add(life);
        }
    }
}
