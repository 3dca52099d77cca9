using BarrierNode.Site;
using BarrierNode.Street.Loops;

namespace BarrierNode.Street;

/// <summary>
/// A vehicle detector with its relay: a loop, a beam, a radar; or a loop with an oscillator that the node counts. One that serves several lanes has a
/// rectangle in each.
/// </summary>
/// <param name="terminals">The cabinet's terminals.</param>
/// <param name="testPin">GPIO number of the output that tests it: while that is on, it sees a car that is not there; null for none.</param>
/// <param name="sight">What it sees.</param>
/// <param name="frequency">How the node measures it, or null when it has a relay.</param>
/// <param name="lot">The lot from which the detector comes.</param>
internal sealed class Loop(Terminals terminals, int? testPin, DetectorSight sight, LoopFrequencyModel? frequency, PartLot lot) : IContact
{
    // What a test makes of the loop: a car that covers it.
    private const double TestPpm = 20_000;

    private readonly DelayedContact _relay = new(sight.DetectUs, sight.ReleaseUs);
    private readonly Bounce _bounce = new(lot);
    private readonly int _detectUs = sight.DrawDetectUs(lot);
    private readonly int _releaseUs = sight.DrawReleaseUs(lot);
    private readonly LoopOscillator? _oscillator = frequency is null ? null : new(frequency.NominalHz);
    private Place[] _places = [];
    private double _weatherPpm;
    private double _ppm;
    private long _advancedToUs;

    /// <summary>It sees a car now; the relay tells so a little later.</summary>
    public bool Occupied { get; private set; }

    /// <summary>It has an oscillator that the node counts, and no relay.</summary>
    public bool IsMeasured => _oscillator is not null;

    /// <summary>The oscillator as it is now, or null when the loop has a relay.</summary>
    public LoopOscillator? Oscillator
    {
        get
        {
            AdvanceTo(lot.NowUs);
            return _oscillator;
        }
    }

    /// <summary>What weather makes of the loop: ΔL/L in ppm.</summary>
    public double WeatherPpm
    {
        get => _weatherPpm;
        set
        {
            AdvanceTo(lot.NowUs);
            _weatherPpm = value;
            AtRest = false;
        }
    }

    /// <summary>Frequency of the oscillator now, in Hz; 0 without one.</summary>
    public double Hz => _oscillator?.Frequency(WeatherPpm + Signal()) ?? 0;

    /// <summary>Another step would change nothing while the cars stand and nothing is done to the loop from outside.</summary>
    public bool AtRest { get; private set; }

    /// <inheritdoc/>
    public bool Acting => _bounce.Level(_relay.Closed);

    /// <summary>Lays the loop into a lane, between two x in metres.</summary>
    public void Lay(StreetLane lane, double fromM, double toM) => _places = [.. _places, new Place(lane, fromM, toM, new LoopCoil(fromM, toM))];

    /// <summary>Something was done to the loop or its lane, or may have been.</summary>
    public void Wake() => AtRest = false;

    /// <summary>Nothing has changed in it or over it since the last step.</summary>
    public bool MaySkip()
    {
        if (!AtRest)
        {
            return false;
        }

        foreach (Place place in _places)
        {
            if (place.Lane.Stepped)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets time pass, after the cars have moved.</summary>
    public void Step(int stepUs)
    {
        // The relay has seen, during this step, what was there before the cars moved.
        bool tested = testPin is { } pin && terminals.IsOn(pin);
        bool was = _relay.Closed;
        bool seen = Occupied || tested;
        bool settled = lot.Differs ? _relay.Step(stepUs, seen, _detectUs, _releaseUs) : _relay.Step(stepUs, seen);
        if (_relay.Closed != was)
        {
            _bounce.Begin();
        }

        double before = _ppm;
        AdvanceTo(lot.NowUs - stepUs);
        _ppm = _oscillator is null ? 0 : tested ? TestPpm : WeatherPpm + Signal();
        AdvanceTo(lot.NowUs);
        bool occupied = IsCarOver();
        AtRest = settled && occupied == Occupied && _ppm == before && _oscillator?.Fault is null;
        Occupied = occupied;
    }

    // Nothing has changed since it was last advanced: so long it went on at one frequency.
    private void AdvanceTo(long us)
    {
        if (us > _advancedToUs)
        {
            _oscillator?.Advance(us - _advancedToUs, _ppm);
            _advancedToUs = us;
        }
    }

    private double Signal()
    {
        double most = 0;
        foreach (Place place in _places)
        {
            most = Math.Max(most, place.Lane.SignalPpm(place.Coil));
        }

        return most;
    }

    private bool IsCarOver()
    {
        foreach (Place place in _places)
        {
            if (place.Lane.Sees(sight, place.FromM, place.ToM))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Place(StreetLane Lane, double FromM, double ToM, LoopCoil Coil);
}
