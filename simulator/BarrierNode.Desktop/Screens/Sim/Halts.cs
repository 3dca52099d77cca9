using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Drivers who will halt as soon as their vehicle is well over a detector.</summary>
public sealed class Halts
{
    private readonly List<(Station Station, int Vehicle, double AtM)> _waiting = [];

    /// <summary>Makes a driver halt on a detector.</summary>
    /// <param name="station">The site.</param>
    /// <param name="vehicle">Number of the vehicle.</param>
    /// <param name="place">Where the detector lies.</param>
    public void Add(Station station, int vehicle, LoopLayout place) => _waiting.Add((station, vehicle, (place.FromM + place.ToM) / 2));

    /// <summary>Time has passed.</summary>
    public void Step()
    {
        for (int i = _waiting.Count - 1; i >= 0; i--)
        {
            (Station station, int vehicle, double atM) = _waiting[i];
            CarSnapshot? car = station.Street.Snapshot().Cars.FirstOrDefault(c => c.Id == vehicle);
            if (car is null || car.FrontM >= atM)
            {
                station.Street.Halt(vehicle);
                _waiting.RemoveAt(i);
            }
        }
    }
}
