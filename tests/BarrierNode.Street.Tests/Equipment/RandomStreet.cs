using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Equipment;

/// <summary>People, vehicles and faults at random in a street: every command, contact, wire, lamp and contactor that its site has.</summary>
internal sealed class RandomStreet(SiteModel site, LaneRig rig, Random random)
{
    private const int StoryLength = 40;

    // What a relay, a filter and a hold time take to follow a detector that works again.
    private const long RecoveryUs = 6_000_000;

    private static readonly CommandOp[] s_ops =
    [
        CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower, CommandOp.Raise, CommandOp.Lower,
        CommandOp.Stop, CommandOp.EmergencyStop, CommandOp.Reset, CommandOp.Reset, CommandOp.KeepOpen, CommandOp.Release, CommandOp.Release,
        CommandOp.Convoy, CommandOp.EmergencyOperation, CommandOp.EmergencyOperationEnd, CommandOp.EmergencyOperationEnd,
        CommandOp.EmergencyVehicle, CommandOp.Egress, CommandOp.Automatic, CommandOp.Bypass, CommandOp.Consent, CommandOp.Consent,
        CommandOp.Confirm, CommandOp.SelfTest, CommandOp.Serviced, CommandOp.CrowdCount,
    ];

    private readonly string[] _contacts =
    [
        .. site.Inputs.Concat(site.Lanes.SelectMany(l => l.Inputs))
            .Where(i => i.Role is not (InputRole.RedCurrent or InputRole.GreenCurrent or InputRole.Axle)).Select(i => i.Name).Distinct(),
    ];

    private readonly int[] _detectorPins = [.. site.Lanes.SelectMany(l => l.Loops).Select(l => l.Pin).Distinct()];
    private readonly int[] _limitPins = [.. site.Lanes.SelectMany(l => l.UpLimits.Concat(l.DownLimits)).Select(l => l.Pin)];
    private readonly int[] _lampPins = [.. site.Lanes.SelectMany(l => new[] { l.RedPin, l.GreenPin }).OfType<int>()];
    private readonly int[] _drivePins = [.. site.Lanes.SelectMany(l => l.RaisePins.Concat(l.LowerPins))];
    private readonly int[] _driven = [.. Enumerable.Range(0, site.Lanes.Count).Where(l => site.Lanes[l].Driven)];
    private readonly HashSet<int> _spoilt = [];
    private readonly HashSet<int> _welds = [];
    private readonly List<string> _story = [];
    private long _blindUntilUs;
    private long _uncertainUntilUs;
    private int _clockMinutes = random.Next(1_000_000, 1_500_000);

    /// <summary>What happened last, for messages.</summary>
    public IReadOnlyList<string> Story => _story;

    /// <summary>By number: what every vehicle is.</summary>
    public Dictionary<int, VehicleKind> Vehicles { get; } = [];

    /// <summary>A detector is broken or was a moment ago, a contactor is welded, or people move a barrier by hand: nothing protects a vehicle.</summary>
    public bool Unprotected => _welds.Count > 0 || _spoilt.Overlaps(_detectorPins) || rig.Clock.NowUs < _blindUntilUs;

    /// <summary>A limit switch, a lamp or a contactor lies or did so a moment ago: the node cannot know where a barrier is, or what shines.</summary>
    public bool Uncertain => _welds.Count > 0 || _spoilt.Overlaps(_limitPins) || _spoilt.Overlaps(_lampPins) || rig.Clock.NowUs < _uncertainUntilUs;

    /// <summary>Something happens, or nothing.</summary>
    public void Act()
    {
        switch (random.Next(100))
        {
            case < 12:
                Command();
                break;
            case < 18:
                SendVehicle();
                break;
            case < 26:
                Touch();
                break;
            case < 33:
                LetGo();
                break;
            case < 38:
                Drive();
                break;
            case < 41:
                Spoil();
                break;
            case < 46:
                Mend();
                break;
            case 46 or 47:
                TellClock();
                break;
            case 48:
                Stall();
                break;
            case 49 when random.Next(3) == 0:
                AskQuiet();
                break;
            case 50 when random.Next(4) == 0:
                MoveByHand();
                break;
            case > 50 and < 58:
                Work();
                break;
            default:
                break;
        }
    }

    /// <summary>Everything is mended, let go of and reset, and a person has looked.</summary>
    public void Mend()
    {
        foreach (int pin in _spoilt)
        {
            rig.Street.MendWire(pin);
        }

        foreach (int pin in _lampPins)
        {
            rig.Street.MendLamp(pin);
        }

        foreach (int pin in _welds)
        {
            rig.Street.ReplaceContactor(pin);
        }

        foreach (LaneModel lane in site.Lanes)
        {
            for (int b = 0; b < lane.Barriers; b++)
            {
                rig.Street.Obstruct(lane.Id, b, Obstacle.None);
            }
        }

        _blindUntilUs = Unprotected ? rig.Clock.NowUs + RecoveryUs : _blindUntilUs;
        _uncertainUntilUs = Uncertain ? rig.Clock.NowUs + RecoveryUs : _uncertainUntilUs;
        _spoilt.Clear();
        _welds.Clear();
        rig.Street.EmergencyStopPressed = false;
        LetGo();
        rig.Run(1.5);
        foreach (int lane in Enumerable.Range(0, site.Lanes.Count))
        {
            Order(CommandOp.Reset, lane, 0);
            Order(CommandOp.Confirm, lane, 0);
        }

        ConfirmLoops();
        Tell("mended and reset");
    }

    // A city at work: nothing is in force or broken, and the lane is asked for the other end. Without this most moves would be refused.
    private void Work()
    {
        Mend();
        int lane = Any(_driven);
        if (random.Next(3) != 0)
        {
            Order(CommandOp.EmergencyOperationEnd, lane, 0);
            Order(CommandOp.Release, lane, 0);
            foreach (CarSnapshot car in rig.Street.Snapshot().Cars.Where(c => c.Lane == site.Lanes[lane].Id))
            {
                rig.Street.RemoveCar(car.Id);
            }

            Tell($"vehicles leave {site.Lanes[lane].Id}");
            rig.Run(3);
        }

        Order(rig.Cabinet.Controller.Position(lane) == LanePosition.Down ? CommandOp.Raise : CommandOp.Lower, lane, 0);
        rig.Run(random.Next(5, 80) * 0.1);
    }

    private void Tell(string what)
    {
        _story.Add($"{rig.Clock.NowUs / 1e6:F2} s {what}");
        if (_story.Count > StoryLength)
        {
            _story.RemoveAt(0);
        }
    }

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private void Command()
    {
        CommandOp op = Any(s_ops);
        int argument = op switch
        {
            CommandOp.Bypass => (random.Next(3) * 64) + random.Next(rig.Table.InputNames.Length),
            CommandOp.KeepOpen or CommandOp.Convoy => random.Next(4),
            CommandOp.CrowdCount => random.Next(20_000),
            CommandOp.Consent or CommandOp.Lower or CommandOp.EmergencyOperation or CommandOp.Automatic => random.Next(2),
            _ => 0,
        };
        Order(op, random.Next(8) == 0 ? random.Next(site.Lanes.Count) : Any(_driven), argument);
    }

    private void Order(CommandOp op, int lane, int argument)
    {
        rig.Command(op, lane, argument);
        Tell($"{op} {argument} to {site.Lanes[lane].Id}");
        rig.Run(0.04);
    }

    // A person looks whether a loop is free; where a vehicle is in the lane nobody says so.
    private void ConfirmLoops()
    {
        for (int l = 0; l < site.Lanes.Count; l++)
        {
            if (rig.Street.Snapshot().Cars.Any(c => c.Lane == site.Lanes[l].Id))
            {
                continue;
            }

            foreach (InputModel loop in site.Lanes[l].Loops.Where(i => i.Frequency is not null))
            {
                Order(CommandOp.ConfirmClear, l, Array.IndexOf(rig.Table.InputNames, loop.Name));
            }
        }
    }

    private void SendVehicle()
    {
        string lane = Any(site.Lanes).Id;
        VehicleKind kind = Any(Enum.GetValues<VehicleKind>());
        bool wrong = random.Next(8) == 0;
        int id = wrong ? rig.Street.SendWrongWay(lane, kind) : rig.Street.SendVehicle(lane, kind);
        Vehicles.Add(id, kind);
        Tell($"{kind} {id} into {lane}{(wrong ? " from the wrong side" : "")}");
    }

    private void Drive()
    {
        IReadOnlyList<CarSnapshot> cars = rig.Street.Snapshot().Cars;
        if (cars.Count == 0)
        {
            return;
        }

        int id = Any(cars).Id;
        int what = cars.Count > 4 ? 4 : random.Next(6);
        _ = what switch
        {
            0 => rig.Street.Halt(id),
            1 => rig.Street.DriveOn(id),
            2 => rig.Street.DriveOnBlindly(id),
            3 => rig.Street.BackOut(id),
            _ => rig.Street.RemoveCar(id),
        };
        Tell($"vehicle {id}: {what switch { 0 => "halts", 1 => "drives on", 2 => "drives on blindly", 3 => "backs out", _ => "is gone" }}");
    }

    private void Touch()
    {
        if (_contacts.Length > 0)
        {
            string contact = Any(_contacts);
            rig.Street.SetContact(contact, true);
            Tell($"{contact} acts");
        }
    }

    private void LetGo()
    {
        foreach (string contact in _contacts)
        {
            bool key = contact.EndsWith("Key", StringComparison.Ordinal) && random.Next(4) == 0;
            rig.Street.SetContact(contact, key);
        }

        Tell("contacts let go");
    }

    private void Spoil()
    {
        switch (random.Next(8))
        {
            case 0:
                rig.Street.EmergencyStopPressed = true;
                Tell("emergency stop pressed");
                break;
            case 1 when _lampPins.Length > 0:
                SpoilLamp(Any(_lampPins));
                break;
            case 2 when random.Next(3) == 0:
                int drive = Any(_drivePins);
                _welds.Add(drive);
                rig.Street.WeldContactor(drive);
                Tell($"contactor at pin {drive} welds");
                break;
            case 3:
                LaneModel lane = Any(site.Lanes);
                Obstacle obstacle = Any([Obstacle.Person, Obstacle.Jam]);
                rig.Street.Obstruct(lane.Id, random.Next(lane.Barriers), obstacle);
                Tell($"{obstacle} at {lane.Id}");
                break;
            case 4:
                Cut(Any(rig.Table.OutputPins));
                break;
            default:
                SpoilInput(Any(rig.Table.InputPins));
                break;
        }
    }

    private void SpoilLamp(int pin)
    {
        if (random.Next(2) == 0)
        {
            rig.Street.BreakLamp(pin);
        }
        else
        {
            rig.Street.StickLamp(pin);
        }

        _spoilt.Add(pin);
        Tell($"lamp at pin {pin} spoilt");
    }

    private void SpoilInput(int pin)
    {
        if (random.Next(2) == 0)
        {
            Cut(pin);
            return;
        }

        _spoilt.Add(pin);
        rig.Street.ShortWire(pin);
        Tell($"wire at pin {pin} shorted");
    }

    private void Cut(int pin)
    {
        _spoilt.Add(pin);
        rig.Street.CutWire(pin);
        Tell($"wire at pin {pin} cut");
    }

    private void TellClock()
    {
        _clockMinutes += random.Next(20) == 0 ? random.Next(600) : 1;
        Order(CommandOp.Clock, 0, _clockMinutes);
    }

    private void Stall()
    {
        rig.Stalled = true;
        double seconds = random.Next(4) switch { 0 => 0.06, 1 => 0.12, 2 => 0.4, _ => 3 };
        Tell($"the chip stalls for {seconds} s");
        rig.Run(seconds);
        rig.Stalled = false;
    }

    private void AskQuiet()
    {
        rig.Cabinet.Controller.Quiet.Ask();
        Tell("a quiet window is asked for");
        rig.Run(random.Next(1, 8));
        rig.Cabinet.Controller.Quiet.GiveBack();
    }

    // People move steel only where they see no vehicle; what they do then is not the node's.
    private void MoveByHand()
    {
        if (rig.Street.Snapshot().Cars.Count == 0)
        {
            LaneModel lane = Any(site.Lanes);
            rig.Street.MoveByHand(lane.Id, random.Next(2) == 0);
            _blindUntilUs = rig.Clock.NowUs + 20_000_000;
            _uncertainUntilUs = _blindUntilUs;
            Tell($"{lane.Id} is moved by hand");
        }
    }
}
