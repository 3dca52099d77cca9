using BarrierNode.Site;
using BarrierNode.Street.Loops;

namespace BarrierNode.Street;

/// <summary>A vehicle detector with its relay: a loop, a beam, a radar; or a loop with an oscillator that the node counts. One that serves several lanes has a rectangle in each.</summary>
/// <param name="terminals">The cabinet's terminals.</param>
/// <param name="testPin">GPIO number of the output that tests it: while that is on, it sees a car that is not there; null for none.</param>
/// <param name="sight">What it sees.</param>
/// <param name="frequency">How the node measures it, or null when it has a relay.</param>
internal sealed class Loop(Terminals terminals, int? testPin, DetectorSight sight, LoopFrequencyModel? frequency) : IContact
{
    // A car that covers the loop.
    private const double CarPpm = 20_000;

    private readonly DelayedContact _relay = new(sight.DetectUs, sight.ReleaseUs);
    private Place[] _places = [];

    /// <summary>It sees a car now; the relay tells so a little later.</summary>
    public bool Occupied { get; private set; }

    /// <summary>The oscillator, or null when the loop has a relay.</summary>
    public LoopOscillator? Oscillator { get; } = frequency is null ? null : new(frequency.NominalHz);

    /// <summary>What weather makes of the loop: ΔL/L in ppm.</summary>
    public double WeatherPpm { get; set; }

    /// <summary>Frequency of the oscillator now, in Hz; 0 without one.</summary>
    public double Hz => Oscillator?.Frequency(Ppm) ?? 0;

    private double Ppm => WeatherPpm + (CarPpm * Covered());

    /// <inheritdoc/>
    public bool Acting => _relay.Closed;

    /// <summary>Lays the loop into a lane, between two x in metres.</summary>
    public void Lay(StreetLane lane, double fromM, double toM) => _places = [.. _places, new Place(lane, fromM, toM)];

    /// <summary>Lets time pass, after the cars have moved.</summary>
    public void Step(int stepUs)
    {
        // The relay has seen, during this step, what was there before the cars moved.
        bool tested = testPin is { } pin && terminals.IsOn(pin);
        _relay.Step(stepUs, Occupied || tested);
        Oscillator?.Advance(stepUs, tested ? CarPpm : Ppm);
        Occupied = IsCarOver();
    }

    private double Covered()
    {
        double most = 0;
        foreach (Place place in _places)
        {
            most = Math.Max(most, place.Lane.CoveredBetween(place.FromM, place.ToM));
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

    private sealed record Place(StreetLane Lane, double FromM, double ToM);
}
