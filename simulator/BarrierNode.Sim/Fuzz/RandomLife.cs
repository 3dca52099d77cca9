using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Sim.Fuzz;

/// <summary>Thinks of what happens next at a site: people, vehicles, operators, faults. It only says what and when; the stage does it.</summary>
internal sealed class RandomLife
{
    private const int MostVehicles = 6;
    private const string Chip = "node";

    private static readonly CommandOp[] s_ops =
    [
        CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower,
        CommandOp.Stop, CommandOp.EmergencyStop, CommandOp.Reset, CommandOp.Reset, CommandOp.KeepOpen, CommandOp.Release, CommandOp.Release,
        CommandOp.Convoy, CommandOp.EmergencyOperation, CommandOp.EmergencyOperationEnd, CommandOp.EmergencyOperationEnd,
        CommandOp.EmergencyVehicle, CommandOp.Egress, CommandOp.Automatic, CommandOp.Bypass, CommandOp.Consent, CommandOp.Consent,
        CommandOp.Confirm, CommandOp.SelfTest, CommandOp.Serviced, CommandOp.CrowdCount,
    ];

    private static readonly VehicleKind[] s_kinds = Enum.GetValues<VehicleKind>();

    private readonly Station _station;
    private readonly FuzzStage _stage;
    private readonly Random _random;
    private readonly Action[] _deeds;
    private readonly Swarm _swarm;
    private readonly CommandOp[] _favourites;
    private readonly int _paceMs;
    private readonly string[] _contacts;
    private readonly int[] _driven;
    private readonly List<FuzzAction> _plan = [];
    private long _nowUs;
    private long _thinkUs;
    private int _vehicles;

    public RandomLife(Station station, FuzzStage stage, Random random)
    {
        _station = station;
        _stage = stage;
        _random = random;
        SiteModel site = station.Site;
        _contacts = [.. StreetContacts.Of(site).Select(i => i.Name).Distinct()];
        _driven = [.. Enumerable.Range(0, site.Lanes.Count).Where(l => site.Lanes[l].Driven)];
        _deeds =
        [
            Command, Command, Vehicle, Vehicle, Touch, LetGo, Drive, Drive, Break, MendOne, Replay, Stall, ByHand, CutPower, StopAll, Record, Obstruct,
            Together, Pass, Pass, Hold, HandsInMachine, Bypass, Chase, Lurk, Lurk, StandInTheDark, Panic, Alone,
        ];
        _swarm = new Swarm(random, _deeds.Length);
        _favourites = [.. s_ops.Where(_ => random.Next(2) == 0), CommandOp.Raise, CommandOp.Lower];
        _paceMs = random.Next(4) switch { 0 => 100, 1 => 200, 2 => 500, _ => 2000 };
    }

    /// <summary>When the next action is due, or the next thought.</summary>
    public long NextUs => _plan.Count > 0 ? Math.Min(_plan[0].AtUs, _thinkUs) : _thinkUs;

    /// <summary>At the start everything is mended and somebody has looked.</summary>
    public void Begin(long nowUs)
    {
        _nowUs = nowUs;
        Serve();
        _thinkUs = nowUs + 3_000_000;
    }

    /// <summary>Does what is due, and thinks when it is time to.</summary>
    public void Live(long nowUs)
    {
        _nowUs = nowUs;
        while (_plan.Count > 0 && _plan[0].AtUs <= nowUs)
        {
            FuzzAction action = _plan[0];
            _plan.RemoveAt(0);
            _stage.Do(action with { AtUs = nowUs });
        }

        if (_thinkUs <= nowUs)
        {
            _thinkUs = nowUs + Ms(_random.Next(_paceMs / 2, _paceMs * 2));
            if (_random.Next(8) == 0)
            {
                Work();
            }
            else
            {
                _deeds[_swarm.Draw(_random)]();
            }
        }
    }

    private static long Ms(int ms) => (long)ms * 1000 / City.LinkPeriodUs * City.LinkPeriodUs;

    private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private bool OneIn(int n) => _random.Next(n) == 0;

    // In the order of time; what is planned for the same moment stays in its order.
    private void Plan(int afterMs, FuzzVerb verb, string target = "", int number = 0, int argument = 0, double amount = double.NaN)
    {
        var action = new FuzzAction(_nowUs + Ms(afterMs), verb, target, number, argument, amount);
        int at = _plan.FindIndex(a => a.AtUs > action.AtUs);
        _plan.Insert(at < 0 ? _plan.Count : at, action);
    }

    private void Order(int afterMs, CommandOp op, int lane, int argument = 0) =>
        Plan(afterMs, FuzzVerb.Command, _station.Site.Lanes[lane].Id, (int)op, argument);

    private void Command()
    {
        CommandOp op = Any(_favourites);
        int argument = op switch
        {
            CommandOp.Bypass => (_random.Next(3) * 64) + _random.Next(_station.Table.InputNames.Length),
            CommandOp.KeepOpen or CommandOp.Convoy => _random.Next(4),
            CommandOp.CrowdCount => _random.Next(20_000),
            CommandOp.Consent or CommandOp.Lower or CommandOp.EmergencyOperation or CommandOp.Automatic => _random.Next(2),
            _ => 0,
        };
        Order(0, op, OneIn(8) ? _random.Next(_station.Site.Lanes.Count) : Any(_driven), argument);
    }

    private int Enter(int afterMs, string lane, VehicleKind kind, bool wrongWay)
    {
        Plan(afterMs, wrongWay ? FuzzVerb.WrongWay : FuzzVerb.Vehicle, lane, ++_vehicles, (int)kind);
        return _vehicles;
    }

    private void Vehicle() => Enter(0, Any(_station.Site.Lanes).Id, Any(s_kinds), OneIn(8));

    private void Drive()
    {
        int[] vehicles = [.. _stage.Vehicles];
        if (vehicles.Length == 0)
        {
            Vehicle();
            return;
        }

        FuzzVerb what = vehicles.Length > MostVehicles ? FuzzVerb.Remove
            : Any([FuzzVerb.Halt, FuzzVerb.DriveOn, FuzzVerb.DriveBlindly, FuzzVerb.BackOut, FuzzVerb.Remove]);
        Plan(0, what, "", Any(vehicles));
    }

    private void Touch()
    {
        if (_contacts.Length > 0)
        {
            string contact = Any(_contacts);
            Plan(0, FuzzVerb.Contact, contact, 0, 1);
            if (!OneIn(4))
            {
                Plan(_random.Next(50, 4000), FuzzVerb.Contact, contact, 0, 0);
            }
        }
    }

    private void LetGo()
    {
        foreach (string contact in _contacts)
        {
            bool key = contact.EndsWith("Key", StringComparison.Ordinal) && OneIn(4);
            Plan(0, FuzzVerb.Contact, contact, 0, key ? 1 : 0);
        }
    }

    private void Break()
    {
        if (_station.Faults.Points.Count > 0)
        {
            Fault fault = _station.Faults.Draw(_random);
            Plan(0, FuzzVerb.Break, fault.Point, (int)fault.Kind, 0, fault.Amount ?? double.NaN);
            if (!OneIn(3))
            {
                Plan(_random.Next(100, 20_000), FuzzVerb.Mend, fault.Point);
            }
        }
    }

    private void MendOne()
    {
        if (_station.Faults.Active.Count > 0)
        {
            Plan(0, FuzzVerb.Mend, Any(_station.Faults.Active).Point);
        }
    }

    // A broker may deliver twice; an attacker may record and play.
    private void Replay() => Plan(_random.Next(3000), FuzzVerb.Replay, "", 0, OneIn(4) ? 1 : 0);

    private void Stall()
    {
        Plan(0, FuzzVerb.Break, Chip, (int)FaultKind.Stuck);
        Plan(_random.Next(4) switch { 0 => 60, 1 => 120, 2 => 400, _ => 3000 }, FuzzVerb.Mend, Chip);
    }

    private void ByHand() => Plan(0, FuzzVerb.ByHand, Any(_station.Site.Lanes).Id, 0, _random.Next(2));

    private void CutPower()
    {
        if (OneIn(4))
        {
            Plan(0, FuzzVerb.Power, "", 0, 0);
            Plan(_random.Next(100, 4000), FuzzVerb.Power, "", 0, 1);
        }
    }

    // Everybody in the control room stops the lane at once.
    private void Panic()
    {
        int lane = Any(_driven);
        Order(0, CommandOp.EmergencyStop, lane);
        Order(0, Any([CommandOp.Stop, CommandOp.Lower, CommandOp.EmergencyStop]), lane);
        Order(_random.Next(2000, 8000), CommandOp.Reset, lane);
    }

    // Somebody who may not open alone tries to be two.
    private void Alone()
    {
        int[] lanes = [.. _driven.Where(l => _station.Site.Lanes[l].Setting(LaneSetting.DualConsent) != 0)];
        if (lanes.Length > 0)
        {
            int lane = Any(lanes);
            int person = _random.Next(2);
            Order(4000, CommandOp.Lower, lane, person);
            Order(5000, CommandOp.Consent, lane, person);
            _thinkUs = _nowUs + Ms(6000);
        }
    }

    // The power fails while something stands in the lane.
    private void StandInTheDark()
    {
        int lane = Any(_driven);
        string id = _station.Site.Lanes[lane].Id;
        Order(0, CommandOp.Lower, lane, 0);
        Order(300, CommandOp.Consent, lane, 1);
        int vehicle = Enter(0, id, Any([VehicleKind.Car, VehicleKind.Van, VehicleKind.Truck]), false);
        Plan(_random.Next(5000), FuzzVerb.DriveBlindly, "", vehicle);
        int haltMs = _random.Next(5000, 12_000);
        Plan(haltMs, FuzzVerb.Halt, "", vehicle);
        Plan(haltMs + 2000, FuzzVerb.Power, "", 0, 0);
        Plan(haltMs + 4000, FuzzVerb.Power, "", 0, 1);
        Order(haltMs + 12_000, CommandOp.Raise, lane);
        Plan(haltMs + 25_000, FuzzVerb.DriveOn, "", vehicle);
        if (!OneIn(3))
        {
            _thinkUs = _nowUs + Ms(haltMs + 14_000);
        }
    }

    private void StopAll()
    {
        Plan(0, FuzzVerb.EmergencyStop, "", 0, 1);
        int releasedMs = _random.Next(100, 5000);
        Plan(releasedMs, FuzzVerb.EmergencyStop, "", 0, 0);

        // Some reset too early.
        int resetMs = OneIn(3) ? releasedMs / 2 : releasedMs + 500;
        Plan(resetMs, FuzzVerb.ResetButton, "", 0, 1);
        Plan(resetMs + 300, FuzzVerb.ResetButton, "", 0, 0);
        Order(OneIn(3) ? releasedMs / 2 : releasedMs + 1000, CommandOp.Reset, Any(_driven));
    }

    private void Record() => Plan(0, FuzzVerb.Record);

    private void Obstruct()
    {
        LaneModel lane = Any(_station.Site.Lanes);
        int barrier = _random.Next(lane.Barriers);
        Plan(0, FuzzVerb.Obstruct, lane.Id, barrier, (int)Any([Obstacle.Person, Obstacle.Jam]));
        if (!OneIn(3))
        {
            Plan(_random.Next(500, 60_000), FuzzVerb.Obstruct, lane.Id, barrier, (int)Obstacle.None);
        }
    }

    // Several lanes are asked for the same within a moment.
    private void Together()
    {
        CommandOp op = OneIn(3) ? CommandOp.Raise : CommandOp.Lower;
        int person = _random.Next(2);
        foreach (int lane in _driven)
        {
            Order(_random.Next(3) * 100, op, lane, person);
            Order(400 + (_random.Next(3) * 100), CommandOp.Consent, lane, 1 - person);
        }
    }

    // Somebody is let through, and the lane is closed when it is time or too early.
    private void Pass()
    {
        int lane = Any(_driven);
        string id = _station.Site.Lanes[lane].Id;
        Order(0, CommandOp.Lower, lane, 0);
        Order(300, CommandOp.Consent, lane, 1);
        int vehicle = Enter(_random.Next(3000), id, Any(s_kinds), OneIn(10));
        int openMs = _station.Site.Lanes[lane].LowerMs + _station.Site.Lanes[lane].LowerWarningMs + 500;
        Plan(openMs + _random.Next(8000), Any([FuzzVerb.DriveOn, FuzzVerb.DriveBlindly, FuzzVerb.Halt]), "", vehicle);
        Order(openMs + _random.Next(15_000), CommandOp.Raise, lane);
        if (OneIn(2))
        {
            Plan(openMs + 15_000, FuzzVerb.DriveBlindly, "", vehicle);
        }
    }

    // A vehicle drives on while the barrier rises before it.
    private void Chase()
    {
        int lane = Any(_driven);
        LaneModel model = _station.Site.Lanes[lane];
        Order(0, CommandOp.Raise, lane);
        int vehicle = Enter(_random.Next(model.RaiseWarningMs + model.RaiseMs), model.Id, Any(s_kinds), false);
        Plan(_random.Next(5000), FuzzVerb.DriveBlindly, "", vehicle);
    }

    // Somebody stands where the barrier rises, whatever it does; the lane is open and closes by itself.
    private void Lurk()
    {
        int lane = Any(_driven);
        LaneModel model = _station.Site.Lanes[lane];
        Serve();
        Plan(1600, FuzzVerb.Empty, model.Id);
        Order(1600, CommandOp.Automatic, lane, 1);
        Order(1700, CommandOp.Lower, lane, 0);
        Order(1900, CommandOp.Consent, lane, 1);
        string? edge = model.Inputs.FirstOrDefault(i => i.Role is InputRole.SafetyEdge or InputRole.Obstruction)?.Name;
        int openMs = 3000 + model.LowerMs + model.LowerWarningMs;
        int waitMs = Math.Max(model.Setting(LaneSetting.ReraiseNoTransitMs), model.Setting(LaneSetting.ReraiseAfterTransitMs));
        if (OneIn(2))
        {
            int vehicle = Enter(openMs, model.Id, VehicleKind.Car, false);
            Plan(openMs + 1000, FuzzVerb.DriveBlindly, "", vehicle);
        }

        Plan(openMs, FuzzVerb.Obstruct, model.Id, 0, (int)Obstacle.Person);
        Plan(openMs + 90_000, FuzzVerb.Obstruct, model.Id, 0, (int)Obstacle.None);
        if (edge is not null)
        {
            for (int ms = openMs + 5000; ms < openMs + 90_000; ms += _random.Next(3000, 15_000))
            {
                Plan(ms, FuzzVerb.Contact, edge, 0, 1);
                Plan(ms + _random.Next(500, 3000), FuzzVerb.Contact, edge, 0, 0);
            }
        }

        if (!OneIn(3))
        {
            _thinkUs = _nowUs + Ms(openMs + Math.Min(waitMs, 60_000) + _random.Next(10_000, 90_000));
        }
    }

    // A button of the panel is held, and sometimes let go too early.
    private void Hold()
    {
        string[] buttons = [.. _contacts.Where(c => c.EndsWith("Button", StringComparison.Ordinal))];
        if (buttons.Length > 0)
        {
            string button = Any(buttons);
            Plan(0, FuzzVerb.Contact, button, 0, 1);
            Plan(_random.Next(200, 12_000), FuzzVerb.Contact, button, 0, 0);
        }
    }

    private void HandsInMachine()
    {
        string[] keys = [.. _contacts.Where(c => c.EndsWith("maintenanceKey", StringComparison.Ordinal) || c.EndsWith("localKey", StringComparison.Ordinal))];
        if (keys.Length > 0)
        {
            string key = Any(keys);
            Plan(0, FuzzVerb.Contact, key, 0, 1);
            Plan(_random.Next(3000, 40_000), FuzzVerb.Contact, key, 0, 0);
            Hold();
        }
    }

    // A technician ignores a detector, with the key turned and the hand on the button.
    private void Bypass()
    {
        int[] lanes = [.. _driven.Where(l => _station.Site.Lanes[l].Setting(LaneSetting.BypassMaxMin) > 0)];
        if (lanes.Length == 0)
        {
            return;
        }

        int lane = Any(lanes);
        LaneModel model = _station.Site.Lanes[lane];
        if (model.Loops.Count == 0)
        {
            return;
        }

        int detector = Array.IndexOf(_station.Table.InputNames, Any(model.Loops).Name);
        Order(0, CommandOp.Bypass, lane, (_random.Next(1, 3) * 64) + detector);
        foreach (InputModel key in model.Inputs.Where(i => i.Role is InputRole.LocalKey))
        {
            Plan(200, FuzzVerb.Contact, key.Name, 0, 1);
            Plan(_random.Next(5000, 60_000), FuzzVerb.Contact, key.Name, 0, 0);
        }

        foreach (InputModel button in model.Inputs.Where(i => i.Role == InputRole.RaiseButton))
        {
            Plan(1000, FuzzVerb.Contact, button.Name, 0, 1);
            Plan(_random.Next(1500, 15_000), FuzzVerb.Contact, button.Name, 0, 0);
        }
    }

    // Nothing is in force or broken. Without this most of a life would be refusals.
    private void Serve()
    {
        Plan(0, FuzzVerb.MendAll);
        Plan(0, FuzzVerb.Power, "", 0, 1);
        Plan(0, FuzzVerb.EmergencyStop, "", 0, 0);
        foreach (LaneModel lane in _station.Site.Lanes)
        {
            for (int b = 0; b < lane.Barriers; b++)
            {
                Plan(0, FuzzVerb.Obstruct, lane.Id, b, (int)Obstacle.None);
            }
        }

        foreach (string contact in _contacts)
        {
            Plan(0, FuzzVerb.Contact, contact, 0, 0);
        }

        for (int l = 0; l < _station.Site.Lanes.Count; l++)
        {
            Order(1500, CommandOp.Reset, l);
            Order(1540, CommandOp.Confirm, l);
            foreach (InputModel loop in _station.Site.Lanes[l].Loops.Where(i => i.Frequency is not null))
            {
                Order(1580, CommandOp.ConfirmClear, l, Array.IndexOf(_station.Table.InputNames, loop.Name));
            }
        }
    }

    // A city at work: a lane is asked for its other end, and nobody disturbs it for a while.
    private void Work()
    {
        if (OneIn(2))
        {
            Serve();
        }

        int lane = Any(_driven);
        string id = _station.Site.Lanes[lane].Id;
        if (!OneIn(3))
        {
            Order(1600, CommandOp.EmergencyOperationEnd, lane);
            Order(1600, CommandOp.Release, lane);
            Plan(1600, FuzzVerb.Empty, id);
        }

        bool down = _station.Node.Controller.Position(lane) == LanePosition.Down;
        Order(4600, down ? CommandOp.Raise : CommandOp.Lower, lane, 0);
        Order(4700, CommandOp.Consent, lane, 1);
        _thinkUs = _nowUs + Ms(4600 + _random.Next(500, 8000));
    }
}
