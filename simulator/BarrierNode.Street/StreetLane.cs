using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>One lane: its barriers with their drives, its lamps, and the cars on its carriageway, the first one leading.</summary>
internal sealed class StreetLane
{
    /// <summary>A barrier higher than this part of its stroke stops a car that drives into it.</summary>
    public const double BlocksCarFrom = 0.1;

    // A driver trusts the lane only with every barrier this far down.
    private const double DrivableUpTo = 0.02;

    // A hand-moved barrier takes this long from end to end.
    private const int HandStrokeMs = 4000;

    private const int SupplyPullInUs = 40_000;
    private const int SupplyDropOutUs = 30_000;

    // Oil pressure and motor current rise and fall this quickly.
    private const int PressureUs = 50_000;

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
    private bool _pushesCar;
    private bool? _byHand;

    /// <summary>Builds the lane and wires its switches and loops.</summary>
    public StreetLane(LaneModel model, CarriagewayLayout way, Terminals terminals, StreetStart start)
    {
        _model = model;
        _way = way;
        _terminals = terminals;
        _barriers = new Barrier[model.Barriers];
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
    }

    /// <summary>Puts a car from the wrong side at the far end, or behind the last one that comes from there.</summary>
    public void EnterWrongWay(Car car, double endM, double speedMs)
    {
        double last = _cars.Count > 0 ? _cars[0].FrontM + Driver.GapM : endM;
        car.FrontM = Math.Max(endM, last) + car.LengthM;
        car.SpeedMs = speedMs;
        _cars.Insert(0, car);
    }

    /// <summary>Puts a standing car anywhere.</summary>
    public void Park(Car car, double frontM)
    {
        car.FrontM = frontM;
        int behind = _cars.FindIndex(c => c.FrontM < frontM);
        _cars.Insert(behind < 0 ? _cars.Count : behind, car);
    }

    /// <summary>The contactor at a drive output, or null when the output is none of this lane.</summary>
    public Contactor? FindContactor(int pin) => _raise.Find(pin) ?? _lower.Find(pin) ?? _hold.Find(pin);

    /// <summary>The raise drive of some barrier pushes against something: what a pressure or current switch sees.</summary>
    public bool Strains => _strain.Closed;

    /// <summary>The raise drives push every barrier against its upper end.</summary>
    public bool PressesEnd => _endPressure.Closed;

    /// <summary>Puts something in the way of a barrier, or takes it away.</summary>
    public void Obstruct(int barrier, Obstacle obstacle) => _barriers[barrier].Obstacle = obstacle;

    /// <summary>People move the barriers to an end, with the manual release open.</summary>
    public void MoveByHand(bool up) => _byHand = up;

    /// <summary>The car with an id, or null.</summary>
    public Car? Find(int id) => _cars.Find(car => car.Id == id);

    /// <summary>Takes a car away.</summary>
    public void Remove(Car car) => _cars.Remove(car);

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

    /// <summary>The part of a stretch of the carriageway that cars cover, 0 to 1.</summary>
    public double CoveredBetween(double fromM, double toM)
    {
        double sum = 0;
        foreach (Car car in _cars)
        {
            double carFromM = Math.Min(car.FrontM, car.RearM);
            double carToM = Math.Max(car.FrontM, car.RearM);
            sum += Math.Max(0, Math.Min(toM, carToM) - Math.Max(fromM, carFromM));
        }

        return Math.Min(1, sum / (toM - fromM));
    }

    /// <summary>Moves barriers, then cars.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="driveSupply">The drives have power.</param>
    /// <param name="endM">x at which the street ends, in metres.</param>
    public void Step(int stepUs, bool driveSupply, double endM)
    {
        _red?.Step(stepUs);
        _green?.Step(stepUs);
        MoveBarriers(stepUs, driveSupply);
        Look();
        Car? ahead = null;
        foreach (Car car in _cars)
        {
            if (car.Step(stepUs, this, ahead))
            {
                Collisions++;
            }

            ahead = car;
        }

        if (_cars.Count > 0 && !_cars[0].WrongWay && _cars[0].RearM >= endM)
        {
            _cars.RemoveAt(0);
        }
        else if (_cars.Count > 0 && IsGoneBack(_cars[^1]))
        {
            _cars.RemoveAt(_cars.Count - 1);
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

    private void MoveBarriers(int stepUs, bool driveSupply)
    {
        bool carOnTop = IsCarOverBarrier();
        bool pushesCar = false;
        bool strains = false;
        bool pressesEnd = true;
        bool byHandDone = true;
        _supply.Step(stepUs, driveSupply && _supplyPin is { } pin && _terminals.IsOn(pin));
        bool power = _supplyPin is null || _supply.Closed;
        bool fast = driveSupply && power && _fastValvePin is { } valve && _terminals.IsOn(valve);
        for (int i = 0; i < _barriers.Length; i++)
        {
            Barrier barrier = _barriers[i];
            bool raise = power && _raise.Act(i, driveSupply);
            bool lower = _model.HoldPins.Count > 0 ? !raise && !(power && _hold.Act(i, driveSupply)) : power && _lower.Act(i, driveSupply);
            barrier.Step(stepUs, _byHand ?? raise, _byHand is { } up ? !up : lower, carOnTop, fast);
            pushesCar |= barrier.PushesCar;
            strains |= barrier.Strains;
            pressesEnd &= barrier.PressesEnd;
            byHandDone &= _byHand == true ? barrier.Position >= 1 : barrier.Position <= 0;
        }

        _byHand = byHandDone ? null : _byHand;
        _strain.Step(stepUs, strains);
        _endPressure.Step(stepUs, pressesEnd);
        _raise.Step(stepUs, driveSupply);
        _lower.Step(stepUs, driveSupply);
        _hold.Step(stepUs, driveSupply);

        // Three bollards under one car are one strike, and so is all the time that they go on pushing.
        if (pushesCar && !_pushesCar)
        {
            Strikes++;
        }

        _pushesCar = pushesCar;
    }

    // A good machine is a little faster than its site expects.
    private static int FastStrokeMs(LaneModel model) =>
        PinOf(model, OutputRole.EfoValve) is null ? 0 : model.Setting(LaneSetting.EfoStrokeMs) * 4 / 5;

    private static int? PinOf(LaneModel model, OutputRole role) => model.Outputs.FirstOrDefault(o => o.Role == role)?.Pin;

    private bool IsCarOverBarrier()
    {
        foreach (Car car in _cars)
        {
            if (car.IsOver(BarrierAtM))
            {
                return true;
            }
        }

        return false;
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

        return new Drives(pins, feedback, _terminals);
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
            _terminals.Connect(limits[i], new LimitSwitch(upper, limits.Count == 1 ? _barriers : [_barriers[i]]));
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
                new DetectorSight(input.Kind, input.HeightMm / 1000.0), input.Frequency);
            _terminals.Connect(input, loop);
        }

        loop.Lay(this, place.FromM, place.ToM);
        return loop;
    }
}
