using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Does to a station what actions say, and remembers what nothing in the street can be trusted about because of it.</summary>
internal sealed class FuzzStage
{
    // What a relay, a filter and a hold time take to follow a detector or a switch that works again.
    private const long RecoveryUs = 8_000_000;

    // A hand pump takes this long from end to end, and the drive was not asked.
    private const long ByHandUs = 20_000_000;

    // Of two who ask within this time nobody can say which one the node has heard last.
    private const long AskedAloneUs = 3_000_000;
    private const int Nobody = -1;

    private readonly City _city;
    private readonly Station _station;
    private readonly Dictionary<int, (int Id, VehicleKind Kind)> _vehicles = [];
    private readonly Dictionary<int, VehicleKind> _kinds = [];
    private readonly HashSet<string> _detectors;
    private readonly HashSet<string> _ends;
    private readonly HashSet<string> _outputs;
    private readonly int[] _person;
    private readonly long[] _askedUs;
    private int _blind;
    private int _uncertain;
    private int _untimed;
    private int _forgetful;
    private long _blindUntilUs;
    private long _uncertainUntilUs;
    private long _forgetfulUntilUs;

    public FuzzStage(City city, Station station)
    {
        _city = city;
        _station = station;
        SiteModel site = station.Site;
        _detectors = [.. site.Lanes.SelectMany(l => l.Loops).Select(l => l.Name)];
        _ends = [.. site.Lanes.SelectMany(l => l.UpLimits.Concat(l.DownLimits)).Select(l => l.Name)];
        _outputs = [.. station.Table.OutputNames];
        _person = new int[site.Lanes.Count];
        _askedUs = new long[site.Lanes.Count];
        Array.Fill(_askedUs, -AskedAloneUs);
    }

    /// <summary>Everything that was done, in its order.</summary>
    public List<FuzzAction> Done { get; } = [];

    /// <summary>By number of the street: what every vehicle is.</summary>
    public IReadOnlyDictionary<int, VehicleKind> Kinds => _kinds;

    /// <summary>A detector or a drive is broken or was a moment ago, or people move a barrier: nothing protects a vehicle.</summary>
    public bool IsBlind => _blind > 0 || _station.Street.NowUs < _blindUntilUs;

    /// <summary>A limit switch, a lamp or a drive lies or did so a moment ago: the node cannot know where a barrier is, or what shines.</summary>
    public bool IsUncertain => _uncertain > 0 || _station.Street.NowUs < _uncertainUntilUs;

    /// <summary>The clock of the chip is wrong: what it measures has another length in the street.</summary>
    public bool IsUntimed => _untimed > 0;

    /// <summary>The flash is broken or was: what is kept is not to be relied on.</summary>
    public bool IsForgetful => _forgetful > 0 || _station.Street.NowUs < _forgetfulUntilUs;

    /// <summary>Vehicles that were sent and may still be there, by their own numbers.</summary>
    public IEnumerable<int> Vehicles => _vehicles.Keys;

    /// <summary>The person who last commanded a lane to lower, or -1 when that is not clear.</summary>
    public int PersonAt(int lane) => _person[lane];

    /// <summary>Does it now.</summary>
    public void Do(FuzzAction action)
    {
        Done.Add(action);
        StreetModel street = _station.Street;
        bool on = action.Argument != 0;
        switch (action.Verb)
        {
            case FuzzVerb.Command:
                Command(action);
                break;
            case FuzzVerb.Vehicle:
            case FuzzVerb.WrongWay:
                Enter(action);
                break;
            case FuzzVerb.Halt:
            case FuzzVerb.DriveOn:
            case FuzzVerb.DriveBlindly:
            case FuzzVerb.BackOut:
            case FuzzVerb.Remove:
                Drive(action);
                break;
            case FuzzVerb.Empty:
                Empty(action.Target);
                break;
            case FuzzVerb.Contact:
                Touch(action.Target, on);
                break;
            case FuzzVerb.EmergencyStop:
                street.EmergencyStopPressed = on;
                break;
            case FuzzVerb.ResetButton:
                street.ResetPressed = on;
                break;
            case FuzzVerb.Obstruct:
                street.Obstruct(action.Target, action.Number, (Obstacle)action.Argument);
                break;
            case FuzzVerb.ByHand when !HasVehicle(action.Target):
                street.MoveByHand(action.Target, on);
                _blindUntilUs = Math.Max(_blindUntilUs, street.NowUs + ByHandUs);
                _uncertainUntilUs = Math.Max(_uncertainUntilUs, street.NowUs + ByHandUs);
                break;
            case FuzzVerb.Break:
                Break(action);
                break;
            case FuzzVerb.Mend:
                _station.Faults.Clear(action.Target);
                Judge();
                break;
            case FuzzVerb.MendAll:
                _station.Faults.ClearAll();
                Judge();
                break;
            case FuzzVerb.Power:
                Power(on);
                break;
            case FuzzVerb.Record:
                _station.Node.Controller.WantRecord();
                break;
        }
    }

    /// <summary>A vehicle is in a lane.</summary>
    public bool HasVehicle(string lane)
    {
        foreach (CarSnapshot car in _station.Street.Snapshot().Cars)
        {
            if (car.Lane == lane)
            {
                return true;
            }
        }

        return false;
    }

    private void Command(FuzzAction action)
    {
        CommandOp op = (CommandOp)action.Number;

        // Who says that a loop is free has looked.
        if (op == CommandOp.ConfirmClear && HasVehicle(action.Target))
        {
            return;
        }

        if (op == CommandOp.Lower)
        {
            int lane = _station.LaneNumber(action.Target);
            _person[lane] = _city.NowUs - _askedUs[lane] > AskedAloneUs ? action.Argument : Nobody;
            _askedUs[lane] = _city.NowUs;
        }

        _city.Hub.Send(_station, action.Target, op, action.Argument);
    }

    private void Enter(FuzzAction action)
    {
        VehicleKind kind = (VehicleKind)action.Argument;
        int id = action.Verb == FuzzVerb.WrongWay ? _station.Street.SendWrongWay(action.Target, kind) : _station.Street.SendVehicle(action.Target, kind);
        _vehicles[action.Number] = (id, kind);
        _kinds[id] = kind;
    }

    // A vehicle that is not there any more, or never came because that action was left out, does nothing.
    private void Drive(FuzzAction action)
    {
        if (!_vehicles.TryGetValue(action.Number, out (int Id, VehicleKind Kind) vehicle))
        {
            return;
        }

        StreetModel street = _station.Street;
        bool there = action.Verb switch
        {
            FuzzVerb.Halt => street.Halt(vehicle.Id),
            FuzzVerb.DriveOn => street.DriveOn(vehicle.Id),
            FuzzVerb.DriveBlindly => street.DriveOnBlindly(vehicle.Id),
            FuzzVerb.BackOut => street.BackOut(vehicle.Id),
            _ => street.RemoveCar(vehicle.Id),
        };
        if (!there || action.Verb == FuzzVerb.Remove)
        {
            _vehicles.Remove(action.Number);
        }
    }

    private void Empty(string lane)
    {
        foreach (CarSnapshot car in _station.Street.Snapshot().Cars)
        {
            if (car.Lane == lane)
            {
                _station.Street.RemoveCar(car.Id);
            }
        }
    }

    private void Touch(string contact, bool acts) => _station.Street.SetContact(contact, acts);

    private void Break(FuzzAction action)
    {
        double? amount = double.IsNaN(action.Amount) ? null : action.Amount;
        _station.Faults.Set(new Fault(action.Target, (FaultKind)action.Number, amount));
        Judge();
    }

    private void Power(bool on)
    {
        if (on == _station.Node.HasPower)
        {
            return;
        }

        if (on)
        {
            _station.Node.PowerOn();
        }
        else
        {
            _station.Node.PowerOff();
        }
    }

    // What is broken now decides what can be trusted; what was mended a moment ago needs time.
    private void Judge()
    {
        int blind = 0;
        int uncertain = 0;
        int untimed = 0;
        int forgetful = 0;
        foreach (Fault fault in _station.Faults.Active)
        {
            string equipment = fault.Point.EndsWith(".wire", StringComparison.Ordinal) ? fault.Point[..^5] : fault.Point;
            bool drives = _outputs.Contains(equipment) || equipment is "supply" or "permit";
            blind += drives || _detectors.Contains(equipment) ? 1 : 0;
            uncertain += drives || _ends.Contains(equipment) ? 1 : 0;
            untimed += equipment == "clock" ? 1 : 0;
            forgetful += equipment == "flash" ? 1 : 0;
        }

        long recoveredUs = _station.Street.NowUs + RecoveryUs;
        _blindUntilUs = _blind > blind ? recoveredUs : _blindUntilUs;
        _uncertainUntilUs = _uncertain > uncertain ? recoveredUs : _uncertainUntilUs;
        _forgetfulUntilUs = _forgetful > forgetful ? recoveredUs : _forgetfulUntilUs;
        _blind = blind;
        _uncertain = uncertain;
        _untimed = untimed;
        _forgetful = forgetful;
    }
}
