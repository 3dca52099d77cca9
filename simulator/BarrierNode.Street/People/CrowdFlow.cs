namespace BarrierNode.Street;

/// <summary>
/// People who stream over the counting lines of a street: a mean rate each way, surges on top, and a door that takes only so many. Who does not get
/// through waits and comes as soon as there is room; who comes against the stream takes room from it.
/// </summary>
public sealed class CrowdFlow
{
    // A dense stream through a passage takes about 1.3 persons per metre and second.
    private const double PerMetreAndMin = 78;

    // Each person against the stream costs it half a place.
    private const double CounterFlowCosts = 0.5;

    private readonly CountingLines _lines;
    private readonly Action _changed;
    private readonly Random _random;
    private double _inPerMin;
    private double _outPerMin;
    private double _widthM = 5;
    private double _surgePerMin;
    private long _surgeUs;
    private long _surgeLeftUs;
    private double _waitingIn;
    private double _waitingOut;
    private double _roomIn;
    private double _roomOut;

    internal CrowdFlow(CountingLines lines, int seed, Action changed)
    {
        _lines = lines;
        _changed = changed;
        _random = new Random(seed);
    }

    /// <summary>People who want in, in the mean, a minute, 0 to 6000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double InPerMin
    {
        get => _inPerMin;
        set => PlantConditions.Set(ref _inPerMin, value, 0, 6000, nameof(InPerMin), _changed);
    }

    /// <summary>People who want out, in the mean, a minute, 0 to 6000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double OutPerMin
    {
        get => _outPerMin;
        set => PlantConditions.Set(ref _outPerMin, value, 0, 6000, nameof(OutPerMin), _changed);
    }

    /// <summary>Width of the passage in metres, 0.5 to 50; 5 as built. It takes 78 persons per metre and minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public double WidthM
    {
        get => _widthM;
        set => PlantConditions.Set(ref _widthM, value, 0.5, 50, nameof(WidthM), _changed);
    }

    /// <summary>Who has come in so far, as counted.</summary>
    public int CameIn => _lines.CameIn;

    /// <summary>Who has gone out so far, as counted.</summary>
    public int WentOut => _lines.WentOut;

    /// <summary>Who waits before the passage to come in.</summary>
    public int WaitingIn => (int)_waitingIn;

    /// <summary>Who waits inside to get out.</summary>
    public int WaitingOut => (int)_waitingOut;

    /// <summary>Nobody comes, waits or is being counted.</summary>
    internal bool AtRest => _inPerMin <= 0 && _outPerMin <= 0 && _surgeLeftUs <= 0 && _waitingIn < 1 && _waitingOut < 1 && _lines.IsIdle;

    /// <summary>The crowd presses inwards: the rate grows to a peak in half the time, and falls in the other half.</summary>
    /// <param name="peakPerMin">Additional people a minute at the peak, 0 to 6000.</param>
    /// <param name="forS">How long it lasts in all, in seconds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Surge(double peakPerMin, int forS)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forS, 1);
        PlantConditions.Set(ref _surgePerMin, peakPerMin, 0, 6000, nameof(peakPerMin), _changed);
        _surgeUs = _surgeLeftUs = 1_000_000L * forS;
    }

    // Called every CountingLines.StepUs.
    internal void Step()
    {
        const double minutes = CountingLines.StepUs / 60e6;
        double surge = 0;
        if (_surgeLeftUs > 0)
        {
            double half = _surgeUs / 2.0;
            surge = _surgePerMin * (1 - (Math.Abs(_surgeLeftUs - half) / half));
            _surgeLeftUs -= CountingLines.StepUs;
        }

        _waitingIn += Arrives((_inPerMin + surge) * minutes);
        _waitingOut += Arrives(_outPerMin * minutes);
        double both = PerMetreAndMin * _widthM * minutes;
        double against = Math.Min(_waitingIn, _waitingOut) / Math.Max(1, _waitingIn + _waitingOut);
        double room = both * (1 - (CounterFlowCosts * against));
        double share = _waitingIn + _waitingOut <= 0 ? 0.5 : _waitingIn / (_waitingIn + _waitingOut);
        _lines.Step(Passes(ref _waitingIn, ref _roomIn, room * share), Passes(ref _waitingOut, ref _roomOut, room * (1 - share)));
    }

    private static int Passes(ref double waiting, ref double room, double more)
    {
        room = Math.Min(1, room + more);
        if (waiting < 1 || room < 1)
        {
            return 0;
        }

        waiting--;
        room--;
        return 1;
    }

    // At most 6000 + 6000 a minute: two in a step of 10 ms.
    private int Arrives(double mean) => (_random.NextDouble() < mean / 2 ? 1 : 0) + (_random.NextDouble() < mean / 2 ? 1 : 0);
}
