using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>
/// A short random life of one site: vehicles, commands of the hub, buttons, cut wires, faults, power cuts, all by its seed. It proves nothing about
/// the firmware; it makes everything happen whose order could differ between two runs.
/// </summary>
public sealed class ShortLife
{
    private const int ShortestPauseMs = 100;
    private const int LongestPauseMs = 4000;
    private const int FirstOp = (int)CommandOp.Raise;
    private const int LastOp = (int)CommandOp.CrowdCount;

    private readonly City _city;
    private readonly Station _station;
    private readonly Random _random;
    private readonly int[] _pins;

    private ShortLife(SiteModel site, int seed)
    {
        _random = new Random(seed);
        _city = new City([site], new CityOptions(seed, (StreetStart)_random.Next(3)));
        _station = _city.Stations[0];
        _pins = [.. _station.Table.InputPins, .. _station.Table.OutputPins];
    }

    /// <summary>Lives a life from beginning to end.</summary>
    /// <param name="site">The site.</param>
    /// <param name="seed">Seed of everything in it.</param>
    /// <param name="seconds">How long, in seconds of the city.</param>
    /// <returns>The hash of all that happened.</returns>
    public static ulong Run(SiteModel site, int seed, int seconds)
    {
        ShortLife life = new(site, seed);
        long endUs = seconds * 1_000_000L;
        while (life._city.NowUs < endUs)
        {
            life.Happen();
            life._city.Advance(Math.Min(1000L * life._random.Next(ShortestPauseMs, LongestPauseMs), endUs - life._city.NowUs));
        }

        life.HashStreet();
        return life._city.Hash.Value;
    }

    private string Lane => _station.Site.Lanes[_random.Next(_station.Site.Lanes.Count)].Id;

    private VehicleKind Kind => (VehicleKind)_random.Next((int)VehicleKind.HighBed + 1);

    private int Pin => _pins[_random.Next(_pins.Length)];

    private void Happen()
    {
        StreetModel street = _station.Street;
        switch (_random.Next(16))
        {
            case 0 or 1:
                street.SendVehicle(Lane, Kind);
                break;
            case 2:
                street.ParkVehicle(Lane, Kind, _random.Next((int)_station.Site.Street.LengthM));
                break;
            case 3:
                street.SendWrongWay(Lane, Kind);
                break;
            case 4:
                street.DriveOn(_random.Next(1, 10));
                break;
            case 5:
                street.BackOut(_random.Next(1, 10));
                break;
            case 6:
                street.EmergencyStopPressed = !street.EmergencyStopPressed && _random.Next(3) == 0;
                break;
            case 7:
                street.ResetPressed = !street.ResetPressed;
                break;
            case 8:
                street.CutWire(Pin);
                break;
            case 9:
                street.ShortWire(Pin);
                break;
            case 10:
                MendWires();
                break;
            case 11:
                Power();
                break;
            case 12:
                Break();
                break;
            default:
                Command();
                break;
        }
    }

    // Mostly moves: the other operations seldom change anything at a plain site.
    private void Command()
    {
        CommandOp op = _random.Next(3) switch
        {
            0 => CommandOp.Lower,
            1 => CommandOp.Raise,
            _ => (CommandOp)_random.Next(FirstOp, LastOp + 1),
        };
        _city.Hub.Send(_station, Lane, op, _random.Next(5));
    }

    private void MendWires()
    {
        foreach (int pin in _pins)
        {
            _station.Street.MendWire(pin);
        }
    }

    private void Power()
    {
        if (!_station.Node.HasPower)
        {
            _station.Node.PowerOn();
        }
        else if (_random.Next(4) == 0)
        {
            _station.Node.PowerOff();
        }
    }

    private void Break()
    {
        IReadOnlyList<FaultPoint> points = _station.Faults.Points;
        if (points.Count == 0 || _random.Next(3) == 0)
        {
            _station.Faults.ClearAll();
            return;
        }

        FaultPoint point = points[_random.Next(points.Count)];
        _station.Faults.Set(new Fault(point.Name, point.Kinds[_random.Next(point.Kinds.Count)]));
    }

    private void HashStreet()
    {
        StreetSnapshot street = _station.Street.Snapshot();
        foreach (double position in street.Lanes.SelectMany(l => l.Barriers).Concat(street.Cars.Select(c => c.FrontM)))
        {
            _city.Hash.Add(BitConverter.DoubleToInt64Bits(position));
        }

        _city.Hash.Add(street.Strikes);
        _city.Hash.Add(street.Collisions);
    }
}
