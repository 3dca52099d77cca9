namespace BarrierNode.Street;

/// <summary>A vehicle detector with its relay: a loop, a beam, a radar. One that serves several lanes has a rectangle in each.</summary>
/// <param name="terminals">The cabinet's terminals.</param>
/// <param name="testPin">GPIO number of the output that tests it: while that is on, it sees a car that is not there; null for none.</param>
/// <param name="sight">What it sees.</param>
internal sealed class Loop(Terminals terminals, int? testPin, DetectorSight sight) : IContact
{
    private readonly DelayedContact _relay = new(sight.DetectUs, sight.ReleaseUs);
    private Place[] _places = [];

    /// <summary>It sees a car now; the relay tells so a little later.</summary>
    public bool Occupied { get; private set; }

    /// <inheritdoc/>
    public bool Acting => _relay.Closed;

    /// <summary>Lays the loop into a lane, between two x in metres.</summary>
    public void Lay(StreetLane lane, double fromM, double toM) => _places = [.. _places, new Place(lane, fromM, toM)];

    /// <summary>Lets time pass, after the cars have moved.</summary>
    public void Step(int stepUs)
    {
        // The relay has seen, during this step, what was there before the cars moved.
        _relay.Step(stepUs, Occupied || (testPin is { } pin && terminals.IsOn(pin)));
        Occupied = IsCarOver();
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
