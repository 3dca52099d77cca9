using BarrierNode.Sim;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Keeps a number of vehicles in every lane: when one has left, the next comes. Who comes follows from the seed of the city.</summary>
public sealed class Traffic
{
    /// <summary>Most vehicles that a lane is kept filled with.</summary>
    public const int MaxPerLane = 20;

    private const long LookEveryUs = 500_000;
    private const int SeedOffset = 7919;

    // Mostly cars, as in a street.
    private static readonly VehicleKind[] s_mix =
    [
        VehicleKind.Car, VehicleKind.Car, VehicleKind.Car, VehicleKind.Car, VehicleKind.Car, VehicleKind.Van, VehicleKind.Van,
        VehicleKind.Motorcycle, VehicleKind.Bicycle, VehicleKind.Truck,
    ];

    private readonly City _city;
    private readonly Random _random;
    private long _nextUs;

    /// <summary>Makes traffic that does not flow yet.</summary>
    /// <param name="city">Where.</param>
    public Traffic(City city)
    {
        _city = city;
        _random = new Random(unchecked(city.Options.Seed + SeedOffset));
    }

    /// <summary>Vehicles that every lane is kept filled with, 0 to <see cref="MaxPerLane"/>.</summary>
    public int PerLane
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPerLane);
            field = value;
        }
    }

    /// <summary>Time has passed.</summary>
    public void Step()
    {
        if (PerLane == 0 || _city.NowUs < _nextUs)
        {
            return;
        }

        _nextUs = _city.NowUs + LookEveryUs;
        foreach (Station station in _city.Stations)
        {
            IReadOnlyList<CarSnapshot> cars = station.Street.Snapshot().Cars;
            foreach (string lane in station.Site.Lanes.Select(l => l.Id))
            {
                if (cars.Count(c => c.Lane == lane) < PerLane)
                {
                    station.Street.SendVehicle(lane, s_mix[_random.Next(s_mix.Length)]);
                }
            }
        }
    }
}
