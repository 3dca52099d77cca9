using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>Drivers who will halt on a detector: with the front of their vehicle at its far edge, whatever the signal shows.</summary>
public sealed class Halts
{
    private readonly List<(Station Station, int Vehicle, double FrontM)> _waiting = [];

    /// <summary>Makes a driver halt on a detector.</summary>
    /// <param name="station">The site.</param>
    /// <param name="vehicle">Number of the vehicle.</param>
    /// <param name="place">Where the detector lies.</param>
    public void Add(Station station, int vehicle, LoopLayout place) => _waiting.Add((station, vehicle, place.ToM));

    /// <summary>Time has passed. To be called often: who has to brake is seen only here.</summary>
    public void Step()
    {
        for (int i = _waiting.Count - 1; i >= 0; i--)
        {
            (Station station, int vehicle, double frontM) = _waiting[i];
            CarSnapshot? car = station.Street.Snapshot().Cars.FirstOrDefault(c => c.Id == vehicle);
            if (car is null || car.FrontM + StoppingM(car) >= frontM)
            {
                station.Street.Halt(vehicle);
                _waiting.RemoveAt(i);
            }
        }
    }

    private static double StoppingM(CarSnapshot car) => car.SpeedMs * car.SpeedMs / (2 * VehicleDynamics.Of(car.Kind).BrakingMs2);
}
