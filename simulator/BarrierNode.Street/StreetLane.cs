using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street.Loops;

namespace BarrierNode.Street;

/// <summary>One lane: its barriers with their drives, its lamps, and the cars on its carriageway, the first one leading.</summary>
internal sealed partial class StreetLane
{
    /// <summary>A barrier higher than this part of its stroke stops a car that drives into it.</summary>
    public const double BlocksCarFrom = 0.1;

    // A driver trusts the lane only with every barrier this far down.
    private const double DrivableUpTo = 0.02;

    // A hand-moved barrier takes this long from end to end.
    private const int HandStrokeMs = 4000;

    private const int SupplyPullInUs = 40_000;
    private const int SupplyDropOutUs = 30_000;

    // Closer behind a vehicle that backs out nobody stays.
    private const double BackingGapM = 1.5;

    // Oil pressure and motor current rise and fall this quickly.
    private const int PressureUs = 50_000;

    // Wear is seen after so many strokes.
    private const int WearsEvery = 1000;

    private readonly LaneModel _model;
    private readonly CarriagewayLayout _way;
    private readonly Terminals _terminals;
    private readonly Barrier[] _barriers;
    private readonly Drives _raise;
    private readonly Drives _lower;
    private readonly Drives _hold;
    private readonly int? _supplyPin;
    private readonly DelayedContact _supply = new(SupplyPullInUs, SupplyDropOutUs);
    private readonly DelayedContact _strain = new(PressureUs, PressureUs);
    private readonly DelayedContact _endPressure = new(PressureUs, PressureUs);
    private readonly int[] _warningPins;
    private readonly int? _fastValvePin;
    private readonly Loop[] _loops;
    private readonly Lamp? _red;
    private readonly Lamp? _green;
    private readonly List<Car> _cars = new(16);
    private readonly List<LimitSwitch> _limits = [];
    private readonly PartLot _lot;
    private readonly IncidentLog _incidents;
    private readonly bool[] _pushesPerson;
    private DriveStrength _strength = DriveStrength.Good;
    private LaneConditions? _own;
    private double _temperatureC;
    private double _mainsV;
    private long _strokesCounted;
    private bool _pushesCar;
    private bool? _byHand;

    /// <summary>Builds the lane and wires its switches and loops.</summary>
    public StreetLane(LaneModel model, CarriagewayLayout way, Terminals terminals, StreetStart start, PartLot lot, IncidentLog incidents)
    {
        _model = model;
        _way = way;
        _terminals = terminals;
        _lot = lot;
        _incidents = incidents;
        _barriers = new Barrier[model.Barriers];
        _pushesPerson = new bool[model.Barriers];
        for (int i = 0; i < _barriers.Length; i++)
        {
            _barriers[i] = model.Driven ? new Barrier(model.RaiseMs, model.LowerMs, start, FastStrokeMs(model)) : new Barrier(HandStrokeMs, HandStrokeMs, start);
        }

        _raise = WireDrives(model.RaisePins, model.Feedback?.Raise ?? []);
        bool holds = model.HoldPins.Count > 0;
        _lower = WireDrives(model.LowerPins, holds ? [] : model.Feedback?.Lower ?? []);
        _hold = WireDrives(model.HoldPins, holds ? model.Feedback?.Lower ?? [] : []);
        _supplyPin = model.Outputs.FirstOrDefault(o => o.Role == OutputRole.Supply)?.Pin;
        _warningPins = [.. model.WarningPins];
        _fastValvePin = PinOf(model, OutputRole.EfoValve);
        WireLimits(model.UpLimits, upper: true);
        WireLimits(model.DownLimits, upper: false);
        _loops = [.. model.Loops.Select(WireLoop)];
        _red = model.RedPin is { } red ? new Lamp(red, terminals) : null;
        _green = model.GreenPin is { } green ? new Lamp(green, terminals) : null;
        WireAxles();
        Look();
    }

    /// <summary>Id of the lane.</summary>
    public string Id => _model.Id;

    /// <summary>x of the barriers in metres.</summary>
    public double BarrierAtM => _way.BarrierAtM;

    /// <summary>x of the stop line in metres.</summary>
    public double StopLineM => _way.StopLineM;

    /// <summary>The lane's loops, in the order of the site.</summary>
    public IReadOnlyList<Loop> Loops => _loops;

    /// <summary>How far up the highest barrier is, 0 to 1.</summary>
    public double HighestBarrier { get; private set; }

    /// <summary>Every barrier is down and the signal, where there is one, lets cars pass.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How often a barrier of the lane pushed up against a car.</summary>
    public int Strikes { get; private set; }

    /// <summary>How often a car drove into a barrier of the lane.</summary>
    public int Collisions { get; private set; }

    /// <summary>The lamp whose current an input of this role tells, or null.</summary>
    public Lamp? LampOf(InputRole role) => role switch
    {
        InputRole.RedCurrent => _red,
        InputRole.GreenCurrent => _green,
        _ => null,
    };

    /// <summary>The lamp at an output, or null when the output is none of this lane.</summary>
    public Lamp? FindLamp(int pin) => _red?.Pin == pin ? _red : _green?.Pin == pin ? _green : null;

    /// <summary>Puts a car at the street's entrance, or behind the last one that waits outside.</summary>
    public void Enter(Car car)
    {
        Car? ahead = _cars.Count > 0 ? _cars[^1] : null;
        car.FrontM = ahead is null ? 0 : Math.Min(0, ahead.RearM - Driver.GapM);
        car.SpeedMs = car.Driver.EntrySpeed(car, ahead, this);
        _cars.Add(car);
        Wake();
    }

    /// <summary>Puts a car from the wrong side at the far end, or behind the last one that comes from there.</summary>
    public void EnterWrongWay(Car car, double endM, double speedMs)
    {
        double last = _cars.Count > 0 ? _cars[0].FrontM + Driver.GapM : endM;
        car.FrontM = Math.Max(endM, last) + car.LengthM;
        car.SpeedMs = speedMs;
        _cars.Insert(0, car);
        Wake();
    }

    /// <summary>Puts a standing car anywhere.</summary>
    public void Park(Car car, double frontM)
    {
        car.FrontM = frontM;
        int behind = _cars.FindIndex(c => c.FrontM < frontM);
        _cars.Insert(behind < 0 ? _cars.Count : behind, car);
        Wake();
    }

    /// <summary>The contactor at a drive output, or null when the output is none of this lane.</summary>
    public Contactor? FindContactor(int pin) => _raise.Find(pin) ?? _lower.Find(pin) ?? _hold.Find(pin);

    /// <summary>The raise drive of some barrier pushes against something: what a pressure or current switch sees.</summary>
    public bool Strains => _strain.Closed;

    /// <summary>The raise drives push every barrier against its upper end.</summary>
    public bool PressesEnd => _endPressure.Closed;

    /// <summary>Puts something in the way of a barrier, or takes it away.</summary>
    public void Obstruct(int barrier, Obstacle obstacle)
    {
        _barriers[barrier].Obstacle = obstacle;
        Wake();
    }

    /// <summary>People move the barriers to an end, with the manual release open.</summary>
    public void MoveByHand(bool up)
    {
        _byHand = up;
        Wake();
    }

    /// <summary>Mixes the places of barriers and vehicles into a number.</summary>
    public long Fingerprint(long print)
    {
        foreach (Barrier barrier in _barriers)
        {
            print = Mixed(print, barrier.Position);
        }

        foreach (Car car in _cars)
        {
            print = Mixed(print, car.FrontM);
        }

        return print;
    }

    /// <summary>The car with an id, or null.</summary>
    public Car? Find(int id) => _cars.Find(car => car.Id == id);

    /// <summary>Takes a car away.</summary>
    public void Remove(Car car)
    {
        _cars.Remove(car);
        Wake();
    }

    /// <summary>A wheel of some car is on a line across the carriageway.</summary>
    public bool HasAxleAt(double xM)
    {
        foreach (Car car in _cars)
        {
            if (car.HasAxleAt(xM))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A detector sees some car between two x in metres.</summary>
    public bool Sees(DetectorSight sight, double fromM, double toM)
    {
        foreach (Car car in _cars)
        {
            if (sight.Sees(car, fromM, toM))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the cars make of the inductance of a loop: ΔL/L in ppm.</summary>
    public double SignalPpm(LoopCoil coil)
    {
        double sum = 0;
        foreach (Car car in _cars)
        {
            sum += coil.SignalPpm(car.Body.Metal, car.WrongWay ? car.RearM : car.FrontM, car.WrongWay);
        }

        return sum;
    }

    /// <summary>Another step would change nothing while nothing is done to the lane from outside.</summary>
    public bool AtRest { get; private set; }

    /// <summary>It took part in the step that goes on, or in the last one: it was not at rest before it.</summary>
    public bool Stepped { get; private set; }

    /// <summary>Something was done to the lane, or may have been.</summary>
    public void Wake() => AtRest = false;

    /// <summary>A step goes by in which it is at rest.</summary>
    public void Skip() => Stepped = false;

    /// <summary>The conditions have changed: how its drives run from now on.</summary>
    /// <param name="own">Wear, leak and load of this lane.</param>
    /// <param name="temperatureC">Temperature in degrees Celsius.</param>
    /// <param name="mainsV">Mains voltage.</param>
    public void Run(LaneConditions own, double temperatureC, double mainsV)
    {
        _own = own;
        _temperatureC = temperatureC;
        _mainsV = mainsV;
        _strokesCounted = Strokes;
        if (_model.Driven)
        {
            _strength = DriveStrength.Of(_model.Kind, temperatureC, mainsV, own, Strokes);
        }

        Wake();
    }

    /// <summary>Full strokes up of its first barrier since the street began.</summary>
    public long Strokes => _barriers[0].Strokes;

    /// <summary>Moves barriers, then people, then cars.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="supply">The drive supply.</param>
    /// <param name="endM">x at which the street ends, in metres.</param>
    public void Step(int stepUs, DriveSupply supply, double endM)
    {
        bool settled = _red?.Step(stepUs) ?? true;
        settled &= _green?.Step(stepUs) ?? true;
        settled &= MoveBarriers(stepUs, supply);
        Look();
        settled &= MovePeople(stepUs);
        settled &= MoveCars(stepUs);
        if (_cars.Count > 0 && !_cars[0].WrongWay && _cars[0].RearM >= endM)
        {
            _cars.RemoveAt(0);
            settled = false;
        }
        else if (_cars.Count > 0 && IsGoneBack(_cars[^1]))
        {
            _cars.RemoveAt(_cars.Count - 1);
            settled = false;
        }

        Stepped = true;
        AtRest = settled;
        if (_own is not null && Strokes - _strokesCounted >= WearsEvery)
        {
            Run(_own, _temperatureC, _mainsV);
        }
    }

    /// <summary>The equipment as a snapshot.</summary>
    public LaneSnapshot Snapshot() => new(
        Id,
        _model.Kind,
        Array.ConvertAll(_barriers, barrier => barrier.Position),
        Array.ConvertAll(_loops, loop => loop.Occupied),
        _red is { Lit: true },
        _green is { Lit: true },
        Array.Exists(_warningPins, _terminals.IsOn));

    /// <summary>The cars as snapshots, the first one leading.</summary>
    public IEnumerable<CarSnapshot> CarSnapshots() => _cars.Select(car => new CarSnapshot(
        car.Id, Id, car.FrontM, car.LengthM, _way.CentreM, car.SpeedMs, Waiting: IsWaiting(car))
    {
        Kind = car.Body.Kind,
        WrongWay = car.WrongWay,
    });

    private bool MoveBarriers(int stepUs, DriveSupply supply)
    {
        Car? onTop = CarOverBarrier();
        bool settled = true;
        bool strains = false;
        bool pressesEnd = true;
        bool byHandDone = true;
        int pushing = -1;
        settled &= _supply.Step(stepUs, (_supply.Closed ? supply.Holds : supply.PullsIn) && _supplyPin is { } pin && _terminals.IsOn(pin));
        bool power = _supplyPin is null || _supply.Closed;
        bool fast = supply.Holds && power && _fastValvePin is { } valve && _terminals.IsOn(valve);
        for (int i = 0; i < _barriers.Length; i++)
        {
            Barrier barrier = _barriers[i];
            bool raise = power && _raise.Act(i, supply.Holds);
            bool lower = _model.HoldPins.Count > 0 ? !raise && !(power && _hold.Act(i, supply.Holds)) : power && _lower.Act(i, supply.Holds);
            Person? person = PersonOn(i);
            barrier.Step(
                stepUs, _byHand ?? raise, _byHand is { } up ? !up : lower, onTop is not null, person is not null, fast,
                _byHand is null ? _strength : DriveStrength.Good);
            pushing = barrier.PushesCar && pushing < 0 ? i : pushing;
            strains |= barrier.Strains;
            pressesEnd &= barrier.PressesEnd;
            byHandDone &= _byHand == true ? barrier.Position >= 1 : barrier.Position <= 0;
            settled &= barrier.AtRest;
            if (barrier.PushesPerson && !_pushesPerson[i])
            {
                Record(IncidentKind.StrikeOnPerson, i, null, person);
            }

            _pushesPerson[i] = barrier.PushesPerson;
        }

        settled &= _byHand is null || !byHandDone;
        _byHand = byHandDone ? null : _byHand;
        settled &= _strain.Step(stepUs, strains);
        settled &= _endPressure.Step(stepUs, pressesEnd);
        settled &= _raise.Step(stepUs, supply);
        settled &= _lower.Step(stepUs, supply);
        settled &= _hold.Step(stepUs, supply);
        foreach (LimitSwitch limit in _limits)
        {
            limit.Step();
        }

        // Three bollards under one car are one strike, and so is all the time that they go on pushing.
        if (pushing >= 0 && !_pushesCar)
        {
            Strikes++;
            Record(IncidentKind.StrikeOnVehicle, pushing, onTop, null);
        }

        _pushesCar = pushing >= 0;
        return settled;
    }

    private bool MoveCars(int stepUs)
    {
        bool settled = true;
        Car? ahead = null;
        foreach (Car car in _cars)
        {
            if (car.Step(stepUs, this, ahead))
            {
                Collisions++;
                bool onPurpose = car.Driver.Habit == DriverHabit.Rams;
                Record(onPurpose ? IncidentKind.Rammed : IncidentKind.Collision, HighestIndex(), car, null, car.ImpactMs);
            }

            MakeRoomFor(ahead, car);
            RunOver(car);
            settled &= car.AtRest;
            ahead = car;
        }

        return settled;
    }

    // Who has to back out makes those behind back out, too; nobody can shift a parked vehicle.
    private static void MakeRoomFor(Car? ahead, Car car)
    {
        if (ahead is { Driver.Mode: DriverMode.Backing } && ahead.RearM - car.FrontM < BackingGapM && !car.WrongWay
            && car.Driver.Mode is not (DriverMode.Backing or DriverMode.Standing))
        {
            car.Driver.Decide(DriverMode.Backing);
        }
    }

    private void Record(IncidentKind kind, int barrier, Car? car, Person? person, double? vehicleMs = null)
    {
        Barrier? steel = barrier < 0 ? null : _barriers[barrier];
        _incidents.Add(new Incident(
            _lot.NowUs,
            Id,
            barrier,
            kind,
            car?.Id ?? 0,
            person?.Id ?? 0,
            steel is not null && _raise.Ordered(barrier),
            steel is not null && _raise.Act(barrier, true),
            steel?.Position ?? 0,
            steel?.SpeedPerS ?? 0,
            vehicleMs ?? car?.SpeedMs ?? 0));
    }

    private int HighestIndex()
    {
        int highest = 0;
        for (int i = 1; i < _barriers.Length; i++)
        {
            highest = _barriers[i].Position > _barriers[highest].Position ? i : highest;
        }

        return highest;
    }

    // A good machine is a little faster than its site expects.
    private static int FastStrokeMs(LaneModel model) =>
        PinOf(model, OutputRole.EfoValve) is null ? 0 : model.Setting(LaneSetting.EfoStrokeMs) * 4 / 5;

    private static int? PinOf(LaneModel model, OutputRole role) => model.Outputs.FirstOrDefault(o => o.Role == role)?.Pin;

    private Car? CarOverBarrier()
    {
        foreach (Car car in _cars)
        {
            if (car.IsOver(BarrierAtM))
            {
                return car;
            }
        }

        return null;
    }

    private static bool IsGoneBack(Car car) => car.FrontM <= 0 && (car.WrongWay || car.Driver.Mode == DriverMode.Backing);

    private bool IsWaiting(Car car) => car.SpeedMs <= 0 && car.FrontM <= BarrierAtM && !LetsPass();

    /// <summary>Takes in what the drivers see; they look once a step.</summary>
    private void Look()
    {
        double highest = 0;
        foreach (Barrier barrier in _barriers)
        {
            highest = Math.Max(highest, barrier.Position);
        }

        HighestBarrier = highest;
        IsOpen = LetsPass();
    }

    private bool LetsPass()
    {
        bool signal = _green is not null ? _green.Lit : _red is not { Seen: true };
        return signal && HighestBarrier <= DrivableUpTo;
    }

    private Drives WireDrives(IReadOnlyList<int> pins, IReadOnlyList<InputModel> feedback)
    {
        if (pins.Count > 1 && pins.Count != _barriers.Length)
        {
            throw new ArgumentException(
                $"Lane {Id} has {_barriers.Length} barriers and {pins.Count} drive outputs of one direction; expected 1 or one for each.");
        }

        if (feedback.Count != 0 && feedback.Count != pins.Count)
        {
            throw new ArgumentException(
                $"Lane {Id} has {pins.Count} drive outputs of one direction and {feedback.Count} feedback contacts; "
                + "expected none or one for each.");
        }

        return new Drives(pins, feedback, _terminals, _lot);
    }

    private void WireLimits(IReadOnlyList<InputModel> limits, bool upper)
    {
        if (limits.Count != 1 && limits.Count != _barriers.Length)
        {
            throw new ArgumentException(
                $"Lane {Id} has {_barriers.Length} barriers and {limits.Count} limit inputs of one end; expected 1 or one for each.");
        }

        for (int i = 0; i < limits.Count; i++)
        {
            LimitSwitch limit = new(upper, limits.Count == 1 ? _barriers : [_barriers[i]], _lot);
            _terminals.Connect(limits[i], limit);
            _limits.Add(limit);
        }
    }

    private void WireAxles()
    {
        if (_model.Loops.Count > 1 && _model.Inputs.FirstOrDefault(i => i.Role == InputRole.Axle) is { } input)
        {
            LoopLayout exit = _way.Loops.First(l => l.Name == _model.Loops[1].Name);
            _terminals.Connect(input, new AxleSensor(this, (exit.FromM + exit.ToM) / 2));
        }
    }

    private Loop WireLoop(InputModel input)
    {
        LoopLayout place = _way.Loops.FirstOrDefault(l => l.Name == input.Name)
            ?? throw new ArgumentException(
                $"Loop {input.Name} of lane {Id} has no place in the street; give it one in the carriageway's loops.");
        Loop? loop = _terminals.Find(input) as Loop;
        if (loop is null)
        {
            loop = new Loop(
                _terminals, _model.Outputs.FirstOrDefault(o => o.Role == OutputRole.TestPulse)?.Pin,
                new DetectorSight(input.Kind, input.HeightMm / 1000.0), input.Frequency, _lot);
            _terminals.Connect(input, loop);
        }

        loop.Lay(this, place.FromM, place.ToM);
        return loop;
    }

    private static long Mixed(long print, double place) => unchecked((print ^ BitConverter.DoubleToInt64Bits(place)) * 0x2545F4914F6CDD1D);
}
