using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Tests;

/// <summary>
/// A station on the bench: its node is off, and a hand drives every output and makes every contact act, always in the same way. What is seen of it
/// tells whether something is broken.
/// </summary>
internal sealed class FaultBench
{
    private const int SampleUs = 10_000;
    private const int FaultAt = 30;
    private const int AwayAt = 50;
    private const int BackAt = 110;
    private const int StopAt = 350;
    private const int SilentAt = 390;
    private const int EndAt = 480;

    // Numbers of loops lie above all others.
    private const long LoopBase = 1L << 50;

    private readonly City _city;
    private readonly StreetStart _start;
    private readonly int[] _inputs;
    private readonly int[] _outputs;
    private readonly Dictionary<int, long> _edgesBefore = [];
    private readonly List<int> _parked = [];
    private readonly List<long> _seen = [];
    private bool _pulse;

    public FaultBench(SiteModel site, StreetStart start)
    {
        _start = start;
        _city = new City([site], new CityOptions(Start: start));
        Station.Node.PowerOff();
        _inputs = Station.Table.InputPins;
        _outputs = Station.Table.OutputPins;
    }

    public Station Station => _city.Stations[0];

    private SiteModel Site => Station.Site;

    private StreetModel Street => Station.Street;

    /// <summary>Plays everything once, with a fault or none, and returns what was seen: levels, positions, edges of loops.</summary>
    public IReadOnlyList<long> Play(Fault? fault = null)
    {
        Rest();
        _seen.Clear();
        foreach (LoopTable loop in Station.Table.Loops)
        {
            _edgesBefore[loop.Pin] = Street.LoopEdges(loop.Pin);
        }

        for (int i = 0; i < EndAt; i++)
        {
            if (i == FaultAt && fault is not null)
            {
                Station.Faults.Set(fault);
            }

            Act(i);
            if (i < SilentAt)
            {
                Pulse();
            }

            _city.Advance(SampleUs);
            See(i);
        }

        Station.Faults.ClearAll();
        return [.. _seen];
    }

    /// <summary>True when two plays look alike; a loop may be an edge or two apart.</summary>
    public static bool Alike(IReadOnlyList<long> a, IReadOnlyList<long> b) =>
        a.Count == b.Count && a.Zip(b).All(p => Math.Abs(p.First - p.Second) <= (p.First >= LoopBase ? 3 : 0));

    // Whatever the last play has left: the barriers go back to where they began.
    private void Rest()
    {
        DriveAll(_start == StreetStart.BarriersUp);
        for (int i = 0; i < 2000 && !(AtStart() && i > 100); i++)
        {
            Pulse();
            _city.Advance(SampleUs);
        }

        Assert.IsTrue(AtStart(), $"{Site.Node}: the barriers do not go back.");
        DriveAll(null);
        for (int i = 0; i < 60; i++)
        {
            _city.Advance(SampleUs);
        }
    }

    private bool AtStart() => Street.Snapshot().Lanes.All(l => l.Barriers.All(b => b == (_start == StreetStart.BarriersUp ? 1 : 0)));

    private void Act(int sample)
    {
        bool up = _start == StreetStart.BarriersUp;
        switch (sample)
        {
            case AwayAt:
                DriveAll(!up);
                SwitchOthers(true);
                TouchAll(true);
                ParkAll();
                break;
            case BackAt:
                DriveAll(up);
                SwitchOthers(false);
                TouchAll(false);
                RemoveAll();
                break;
            case StopAt:
                DriveAll(null);
                Street.EmergencyStopPressed = true;
                Street.ResetPressed = true;
                break;
            case SilentAt - 20:
                Street.EmergencyStopPressed = false;
                Street.ResetPressed = false;
                break;
        }
    }

    private void Pulse() => Street.SetOutput(Site.PermitPin, _pulse = !_pulse);

    private void DriveAll(bool? up)
    {
        foreach (LaneModel lane in Site.Lanes)
        {
            Switch(lane.RaisePins, up == true);
            Switch(lane.LowerPins, up == false);
            Switch(lane.HoldPins, up ?? _start == StreetStart.BarriersUp);
            Switch(lane.Outputs.Where(o => o.Role == OutputRole.Supply).Select(o => o.Pin), true);
            if (!lane.Driven && up is { } byHand)
            {
                Street.MoveByHand(lane.Id, byHand);
            }
        }
    }

    private void SwitchOthers(bool on)
    {
        int[] drives = [.. Site.Lanes.SelectMany(l => l.RaisePins.Concat(l.LowerPins).Concat(l.HoldPins))];
        Switch(_outputs.Except(drives), on);
    }

    private void Switch(IEnumerable<int> pins, bool on)
    {
        foreach (int pin in pins)
        {
            Street.SetOutput(pin, on);
        }
    }

    private void TouchAll(bool acts)
    {
        foreach (InputModel input in Site.Inputs.Concat(Site.Lanes.SelectMany(l => l.Inputs)))
        {
            if (input.Role is not (InputRole.RedCurrent or InputRole.GreenCurrent or InputRole.Axle))
            {
                Street.SetContact(input.Name, acts);
            }
        }
    }

    // On the loop, and beside the barrier.
    private void ParkAll()
    {
        foreach (CarriagewayLayout way in Site.Street.Carriageways)
        {
            foreach (LoopLayout loop in way.Loops)
            {
                double beforeM = Math.Min((loop.FromM + loop.ToM) / 2, way.BarrierAtM - 0.5);
                double frontM = beforeM >= loop.FromM ? beforeM : ((loop.FromM + loop.ToM) / 2) + 4;
                _parked.Add(Street.ParkVehicle(way.Lane, VehicleKind.Car, frontM));
            }
        }
    }

    private void RemoveAll()
    {
        _parked.ForEach(car => Street.RemoveCar(car));
        _parked.Clear();
    }

    private void See(int sample)
    {
        _seen.Add(Mask(_inputs, Street.InputLevel));
        _seen.Add(Mask(_outputs, Street.IsSwitchedOn));
        if (sample % 10 == 0)
        {
            StreetSnapshot now = Street.Snapshot();
            _seen.Add(now.PermissionAlive ? 1 : 0);
            _seen.AddRange(now.Lanes.SelectMany(l => l.Barriers).Select(b => (long)(b * 1000)));
            _seen.AddRange(Station.Table.Loops.Select(l => LoopBase + Street.LoopEdges(l.Pin) - _edgesBefore[l.Pin]));
        }
    }

    private static long Mask(int[] pins, Func<int, bool> level)
    {
        long mask = 0;
        for (int i = 0; i < pins.Length; i++)
        {
            mask |= level(pins[i]) ? 1L << i : 0;
        }

        return mask;
    }
}
