using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Does to a station what actions say. What changes nothing, because it is so already or is not there, is not noted as done.</summary>
internal sealed class FuzzStage(City city, Station station, Doubts doubts)
{
    private readonly Dictionary<int, int> _vehicles = [];
    private readonly HashSet<string> _acting = [];

    /// <summary>Everything that was done, in its order.</summary>
    public List<FuzzAction> Done { get; } = [];

    /// <summary>Vehicles that were sent and may still be there, by their own numbers.</summary>
    public IEnumerable<int> Vehicles => _vehicles.Keys;

    /// <summary>The latest command, or null.</summary>
    public HubCommand? Latest { get; private set; }

    /// <summary>Does it now.</summary>
    public void Do(FuzzAction action)
    {
        if (action.Verb == FuzzVerb.Empty)
        {
            Empty(action);
        }
        else if (Does(action))
        {
            Done.Add(action);
        }
    }

    /// <summary>The name of a person who opens.</summary>
    public static string PersonOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"person{number}");

    private bool Does(FuzzAction action)
    {
        StreetModel street = station.Street;
        bool on = action.Argument != 0;
        switch (action.Verb)
        {
            case FuzzVerb.Command:
                return Command(action);
            case FuzzVerb.Replay:
                return Replay(on);
            case FuzzVerb.Vehicle:
            case FuzzVerb.WrongWay:
                Enter(action);
                return true;
            case FuzzVerb.Halt:
            case FuzzVerb.DriveOn:
            case FuzzVerb.DriveBlindly:
            case FuzzVerb.BackOut:
            case FuzzVerb.Remove:
                return Drive(action);
            case FuzzVerb.Contact:
                street.SetContact(action.Target, on);
                return on ? _acting.Add(action.Target) : _acting.Remove(action.Target);
            case FuzzVerb.EmergencyStop when street.EmergencyStopPressed != on:
                street.EmergencyStopPressed = on;
                return true;
            case FuzzVerb.ResetButton when street.ResetPressed != on:
                street.ResetPressed = on;
                return true;
            case FuzzVerb.Obstruct:
                street.Obstruct(action.Target, action.Number, (Obstacle)action.Argument);
                string place = $"{action.Target} {action.Number}";
                return on ? _acting.Add(place) || true : _acting.Remove(place);
            case FuzzVerb.ByHand when !HasVehicle(action.Target):
                street.MoveByHand(action.Target, on);
                doubts.ByHand();
                return true;
            case FuzzVerb.Break:
                station.Faults.Set(new Fault(action.Target, (FaultKind)action.Number, double.IsNaN(action.Amount) ? null : action.Amount));
                return true;
            case FuzzVerb.Mend:
                bool broken = station.Faults.Clear(action.Target);
                return broken;
            case FuzzVerb.MendAll:
                bool some = station.Faults.Active.Count > 0;
                station.Faults.ClearAll();
                return some;
            case FuzzVerb.Power:
                return Power(on);
            case FuzzVerb.Record:
                station.Node.Controller.WantRecord();
                return true;
            default:
                return false;
        }
    }

    private bool HasVehicle(string lane)
    {
        foreach (CarSnapshot car in station.Street.Snapshot().Cars)
        {
            if (car.Lane == lane)
            {
                return true;
            }
        }

        return false;
    }

    private bool Command(FuzzAction action)
    {
        CommandOp op = (CommandOp)action.Number;

        // Who says that a loop is free has looked.
        if (op == CommandOp.ConfirmClear && HasVehicle(action.Target))
        {
            return false;
        }

        if (op == CommandOp.Lower)
        {
            doubts.Asked(station.LaneNumber(action.Target), PersonOf(action.Argument));
        }

        Latest = op is CommandOp.Lower or CommandOp.Consent
            ? city.Hub.Send(station, action.Target, op, 0, PersonOf(action.Argument))
            : city.Hub.Send(station, action.Target, op, action.Argument);
        return Latest.NotSentBecause is null;
    }

    private bool Replay(bool retained)
    {
        if (Latest is not { Message.Count: > 0 } command)
        {
            return false;
        }

        city.Broker.Publish(station.Topics.LaneCommand(command.Lane), [.. command.Message], retained);
        return true;
    }

    private void Enter(FuzzAction action)
    {
        VehicleKind kind = (VehicleKind)action.Argument;
        int id = action.Verb == FuzzVerb.WrongWay ? station.Street.SendWrongWay(action.Target, kind) : station.Street.SendVehicle(action.Target, kind);
        _vehicles[action.Number] = id;
    }

    // A vehicle that is not there any more, or never came because that action was left out, does nothing.
    private bool Drive(FuzzAction action)
    {
        if (!_vehicles.TryGetValue(action.Number, out int id))
        {
            return false;
        }

        StreetModel street = station.Street;
        bool there = action.Verb switch
        {
            FuzzVerb.Halt => street.Halt(id),
            FuzzVerb.DriveOn => street.DriveOn(id),
            FuzzVerb.DriveBlindly => street.DriveOnBlindly(id),
            FuzzVerb.BackOut => street.BackOut(id),
            _ => street.RemoveCar(id),
        };
        if (!there || action.Verb == FuzzVerb.Remove)
        {
            _vehicles.Remove(action.Number);
        }

        return there;
    }

    // One after the other, so that each can be done again by itself.
    private void Empty(FuzzAction action)
    {
        foreach (CarSnapshot car in station.Street.Snapshot().Cars)
        {
            if (car.Lane == action.Target)
            {
                int number = _vehicles.First(v => v.Value == car.Id).Key;
                Do(action with { Verb = FuzzVerb.Remove, Target = "", Number = number });
            }
        }
    }

    private bool Power(bool on)
    {
        if (on == station.Node.HasPower)
        {
            return false;
        }

        if (on)
        {
            station.Node.PowerOn();
        }
        else
        {
            station.Node.PowerOff();
        }

        return true;
    }
}
