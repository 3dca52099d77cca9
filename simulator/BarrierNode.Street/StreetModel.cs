using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>
/// The plant in virtual time: barriers, switches, loops, lamps, buttons, the permission chain and cars. The same calls in the same
/// order give the same street. Not thread-safe: the owner locks.
/// </summary>
public sealed partial class StreetModel
{
    /// <summary>Longest step, in microseconds.</summary>
    public const int MaxStepUs = 5000;

    private const double LongestCarM = 30;
    private const int ShortestReactionUs = 500_000;
    private const int LongestReactionUs = 1_000_000;
    private const int HabitSalt = 7;

    private readonly SiteModel _site;
    private readonly Random _random;
    private readonly Terminals _terminals = new();
    private readonly PermissionChain _permission = new();
    private readonly PushButton _emergencyStop = new();
    private readonly PushButton _reset = new();
    private readonly StreetLane[] _lanes;
    private readonly Loop[] _loops;
    private readonly Dictionary<string, PushButton> _contacts = [];
    private readonly PartLot _lot;
    private readonly Random _habits;
    private readonly int _seed;
    private DriveSupply _supply;
    private int _lastCar;

    /// <summary>Builds the street of a checked site, empty and without drive supply.</summary>
    /// <param name="site">What stands where and how it is wired.</param>
    /// <param name="seed">Seed of all that differs from driver to driver.</param>
    /// <param name="start">Where the barriers stand.</param>
    /// <exception cref="ArgumentException">A lane has no carriageway, a loop no place, or two contacts share a pin.</exception>
    public StreetModel(SiteModel site, int seed = 1, StreetStart start = StreetStart.BarriersUp)
    {
        _site = site;
        _seed = seed;
        _random = new Random(seed);
        _habits = new Random(unchecked((seed * 31) + HabitSalt));
        _lot = new PartLot(seed);
        Conditions = new PlantConditions([.. site.Lanes.Select(lane => lane.Id)], ConditionsChanged);
        Power = new StreetPower(Conditions, ConditionsChanged);
        _terminals.Connect(site.EmergencyStop, _emergencyStop);
        if (site.SecondChannel is not null)
        {
            _terminals.Connect(site.SecondChannel.Input, _emergencyStop);
        }

        if (site.ResetButton is not null)
        {
            _terminals.Connect(site.ResetButton, _reset);
        }

        _lanes = [.. site.Lanes.Select(lane => new StreetLane(lane, CarriagewayOf(lane), _terminals, start, _lot, Incidents))];
        foreach (InputModel input in site.Inputs)
        {
            _terminals.Connect(input, AddContact(input));
        }

        foreach ((LaneModel lane, StreetLane built) in site.Lanes.Zip(_lanes))
        {
            foreach (InputModel input in PlainContacts(lane))
            {
                _terminals.Connect(input, built.LampOf(input.Role) ?? Tested(lane, input));
            }
        }

        for (int l = 0; l < _lanes.Length; l++)
        {
            WireSensors(site.Lanes[l], _lanes[l]);
        }

        foreach (InputModel input in site.Inputs.Concat(site.Lanes.SelectMany(lane => lane.Inputs)))
        {
            WireSurroundings(input);
        }

        _loops = [.. _lanes.SelectMany(lane => lane.Loops).Distinct()];
        ConditionsChanged();
    }

    /// <summary>Virtual time in microseconds since the street began.</summary>
    public long NowUs { get; private set; }

    /// <summary>
    /// The red mushroom button: pressed, it opens its circuit, both channels where there are two, and cuts the drive supply in hardware. It
    /// stays as set. <see cref="ShortWire"/> at the pin of a channel makes that channel stick.
    /// </summary>
    public bool EmergencyStopPressed
    {
        get => _emergencyStop.Pressed;
        set => _emergencyStop.Pressed = value;
    }

    /// <summary>The reset button in the cabinet; without one in the site nothing is wired to it.</summary>
    public bool ResetPressed
    {
        get => _reset.Pressed;
        set => _reset.Pressed = value;
    }

    /// <summary>Makes a button, key or sensor of the site act, or rest; it stays as set.</summary>
    /// <param name="input">Name of an input with a role.</param>
    /// <param name="acts">It acts: pressed, turned, wet.</param>
    /// <exception cref="ArgumentException">There is no such input.</exception>
    public void SetContact(string input, bool acts)
    {
        if (!_contacts.TryGetValue(input, out PushButton? contact))
        {
            throw new ArgumentException($"There is no input {input} with a role; this site has {string.Join(", ", _contacts.Keys)}.");
        }

        contact.Pressed = acts;
    }

    /// <summary>Puts something in the way of a barrier, or takes it away.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="barrier">Which barrier, from 0.</param>
    /// <param name="obstacle">What.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public void Obstruct(string laneId, int barrier, Obstacle obstacle) => LaneOf(laneId).Obstruct(barrier, obstacle);

    /// <summary>People move the barriers of a lane to an end: a passive barrier, or any with its hand pump or release. It takes 4 s or a stroke.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="up">To the upper end: closed, deployed.</param>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public void MoveByHand(string laneId, bool up) => LaneOf(laneId).MoveByHand(up);

    /// <summary>How often barriers pushed up against a car: one for each time, however many barriers and however long.</summary>
    public int Strikes
    {
        get
        {
            int sum = 0;
            foreach (StreetLane lane in _lanes)
            {
                sum += lane.Strikes;
            }

            return sum;
        }
    }

    /// <summary>How often a car drove into a barrier.</summary>
    public int Collisions
    {
        get
        {
            int sum = 0;
            foreach (StreetLane lane in _lanes)
            {
                sum += lane.Collisions;
            }

            return sum;
        }
    }

    /// <summary>Lets time pass. Outputs and buttons act from the moment they are set; allocates nothing.</summary>
    /// <param name="stepUs">How long, 1 to <see cref="MaxStepUs"/> microseconds; delays are as exact as the step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is out of range.</exception>
    public void Step(int stepUs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepUs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepUs, MaxStepUs);
        _lot.NowUs = NowUs + stepUs;
        StepSupplyFaults();
        DriveSupply supply = SupplyNow();
        if (supply != _supply)
        {
            _supply = supply;
            Wake();
        }

        foreach (StreetLane lane in _lanes)
        {
            if (lane.AtRest)
            {
                lane.Skip();
            }
            else
            {
                lane.Step(stepUs, supply, _site.Street.LengthM);
            }
        }

        foreach (Loop loop in _loops)
        {
            if (!loop.MaySkip())
            {
                loop.Step(stepUs);
            }
        }

        if (!Power.AtRest)
        {
            Power.Step(stepUs);
        }

        StepCrowd(stepUs);
        NowUs += stepUs;
        StepSignalFaults();
    }

    /// <summary>Tells the level to which the node drives a pin, from now on. Before that every pin is low. Allocates nothing.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <param name="high">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void SetOutput(int pin, bool high)
    {
        bool changed = _terminals.SetOutput(pin, high);
        if (changed && pin != _site.PermitPin)
        {
            Wake();
        }
        else if (changed && _terminals.IsWhole(pin))
        {
            _permission.Edge(NowUs);
        }
    }

    /// <summary>The level at an input now: high when its contact is closed; low when nothing is wired to it. Allocates nothing.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public bool InputLevel(int pin) => _terminals.InputLevel(pin);

    /// <summary>Frequency at the pin of a loop that the node measures, in Hz; 0 when no oscillator is wired to the pin.</summary>
    /// <param name="pin">GPIO number.</param>
    public double LoopHz(int pin) => MeasuredLoop(pin)?.Hz ?? 0;

    /// <summary>Edges counted at the pin of such a loop since the street began; 0 when no oscillator is wired to the pin.</summary>
    /// <param name="pin">GPIO number.</param>
    public long LoopEdges(int pin) => MeasuredLoop(pin)?.Oscillator?.Edges ?? 0;

    /// <summary>Lets weather shift a loop that the node measures; it stays as set.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="ppm">ΔL/L in ppm, positive like a vehicle.</param>
    /// <exception cref="ArgumentException">No oscillator is wired to the pin.</exception>
    public void ShiftLoop(int pin, double ppm) =>
        (MeasuredLoop(pin) ?? throw new ArgumentException($"No measured loop is wired to pin {pin}.")).WeatherPpm = ppm;

    /// <summary>Cuts the wire at a pin: an input reads low, an oscillator stands, an output no longer reaches its equipment.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void CutWire(int pin)
    {
        _terminals.SetCut(pin, true);
        StopOscillator(pin, true);
        Wake();
    }

    /// <summary>Shorts the wire at a pin to 3.3 V: an input reads high, an oscillator stands, the equipment at an output is on.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void ShortWire(int pin)
    {
        _terminals.SetShorted(pin, true);
        StopOscillator(pin, true);
        Wake();
    }

    /// <summary>Mends the wire at a pin.</summary>
    /// <param name="pin">GPIO number, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public void MendWire(int pin)
    {
        _terminals.SetCut(pin, false);
        _terminals.SetShorted(pin, false);
        StopOscillator(pin, false);
        Wake();
    }

    /// <summary>Breaks the signal lamp at an output.</summary>
    /// <param name="pin">GPIO number of the output.</param>
    /// <exception cref="ArgumentException">There is no lamp.</exception>
    public void BreakLamp(int pin) => LampAt(pin).Broken = true;

    /// <summary>Makes the relay of the signal lamp at an output stick: from the next time that it shines it stays on.</summary>
    /// <param name="pin">GPIO number of the output.</param>
    /// <exception cref="ArgumentException">There is no lamp.</exception>
    public void StickLamp(int pin) => LampAt(pin).Sticks = true;

    /// <summary>Puts a good lamp and a good relay at an output.</summary>
    /// <param name="pin">GPIO number of the output.</param>
    /// <exception cref="ArgumentException">There is no lamp.</exception>
    public void MendLamp(int pin)
    {
        LampAt(pin).Broken = false;
        LampAt(pin).Sticks = false;
    }

    /// <summary>Makes the contactor at a drive output weld: from the next time that it closes it stays closed.</summary>
    /// <param name="pin">GPIO number of the output.</param>
    /// <exception cref="ArgumentException">The output drives nothing.</exception>
    public void WeldContactor(int pin) => ContactorAt(pin).Welds = true;

    /// <summary>Replaces the contactor at a drive output by a good one.</summary>
    /// <param name="pin">GPIO number of the output.</param>
    /// <exception cref="ArgumentException">The output drives nothing.</exception>
    public void ReplaceContactor(int pin) => ContactorAt(pin).Welds = false;

    /// <summary>
    /// Sends a car into a lane. It appears with its front bumper at x = 0, or queues outside (x below 0) while the entrance is taken; it
    /// stops at the stop line until every barrier is down and the signal is green, passes, and is gone at the street's end.
    /// </summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="lengthM">Its length, 1 to 30 metres.</param>
    /// <returns>The number of the car, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    public int SendCar(string laneId, double lengthM = 4.5)
    {
        StreetLane lane = LaneOf(laneId);
        if (!(lengthM >= 1 && lengthM <= LongestCarM))
        {
            throw new ArgumentOutOfRangeException(nameof(lengthM), lengthM, $"A car is 1 to {LongestCarM} m long.");
        }

        lane.Enter(NewCar(VehicleBody.Car(lengthM)));
        return _lastCar;
    }

    /// <summary>Sends a vehicle of some kind into a lane, like <see cref="SendCar"/>.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>The number of the vehicle, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int SendVehicle(string laneId, VehicleKind kind)
    {
        LaneOf(laneId).Enter(NewCar(VehicleBody.Of(kind)));
        return _lastCar;
    }

    /// <summary>Sends a vehicle from the far end against the direction of a lane. Its driver brakes for nothing.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>The number of the vehicle, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int SendWrongWay(string laneId, VehicleKind kind)
    {
        LaneOf(laneId).EnterWrongWay(NewCar(VehicleBody.Of(kind), wrongWay: true), _site.Street.LengthM, _site.Street.SpeedKmh / 3.6);
        return _lastCar;
    }

    /// <summary>Puts a vehicle anywhere in a lane, where it stands until it is told to drive on.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="frontM">x of its front in metres.</param>
    /// <returns>The number of the vehicle, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int ParkVehicle(string laneId, VehicleKind kind, double frontM)
    {
        Car car = NewCar(VehicleBody.Of(kind));
        car.Driver.Decide(DriverMode.Standing);
        LaneOf(laneId).Park(car, frontM);
        return _lastCar;
    }

    /// <summary>Makes a driver stop where the vehicle is.</summary>
    /// <returns>False when there is no such car (any more).</returns>
    public bool Halt(int carId) => Decide(carId, DriverMode.Standing);

    /// <summary>Makes a driver back out of the street, at 7 km/h at most.</summary>
    /// <returns>False when there is no such car (any more).</returns>
    public bool BackOut(int carId) => Decide(carId, DriverMode.Backing);

    /// <summary>Makes a driver ignore stop line and signal and creep on at 5 km/h, yet brake 1 m before a raised barrier.</summary>
    /// <returns>False when there is no such car (any more).</returns>
    public bool DriveOn(int carId) => Decide(carId, DriverMode.Impatient);

    /// <summary>Makes a driver go on at the street's speed and brake for nothing but the car in front.</summary>
    /// <returns>False when there is no such car (any more).</returns>
    public bool DriveOnBlindly(int carId) => Decide(carId, DriverMode.Blind);

    /// <summary>Takes a car out of the street.</summary>
    /// <returns>False when there is no such car (any more).</returns>
    public bool RemoveCar(int carId)
    {
        foreach (StreetLane lane in _lanes)
        {
            if (lane.Find(carId) is { } car)
            {
                lane.Remove(car);
                return true;
            }
        }

        return false;
    }

    /// <summary>The street as it is now; cars are sorted by number.</summary>
    public StreetSnapshot Snapshot() => new(
        NowUs,
        Array.ConvertAll(_lanes, lane => lane.Snapshot()),
        [.. _lanes.SelectMany(lane => lane.CarSnapshots()).OrderBy(car => car.Id)],
        EmergencyStopPressed,
        Permitted,
        Strikes,
        Collisions)
    {
        People = [.. _lanes.SelectMany(lane => lane.PersonSnapshots()).OrderBy(person => person.Id)],
        IncidentCount = Incidents.Total,
        CabinetOn = Power.CabinetOn,
        MainsV = Power.MainsV,
    };

    /// <summary>A number that is the same for streets whose barriers and vehicles stand at the same places. Allocates nothing.</summary>
    public long Fingerprint()
    {
        long print = Strikes + ((long)Collisions << 32);
        foreach (StreetLane lane in _lanes)
        {
            print = lane.Fingerprint(print);
        }

        return print;
    }

    // What presses a sensor in the street; a finger (SetContact) can do so, too.
    private void WireSensors(LaneModel model, StreetLane lane)
    {
        foreach (InputModel input in model.Inputs)
        {
            if (input.Role == InputRole.Obstruction)
            {
                _contacts[input.Name].Senses = () => lane.Strains;
            }
            else if (input.Role == InputRole.EndPressure)
            {
                _contacts[input.Name].Senses = () => lane.PressesEnd;
            }
        }
    }

    private Loop? MeasuredLoop(int pin) => _terminals.Find(pin) is Loop { IsMeasured: true } loop ? loop : null;

    private void StopOscillator(int pin, bool stands)
    {
        if (MeasuredLoop(pin)?.Oscillator is { } oscillator)
        {
            oscillator.IsOpen = stands;
        }
    }

    // Wheels act on the axle sensor, where the lane has a place for it.
    private static IEnumerable<InputModel> PlainContacts(LaneModel lane) =>
        lane.Inputs.Where(i => i.Role != InputRole.Axle || lane.Loops.Count < 2 || i != lane.Inputs.First(a => a.Role == InputRole.Axle));

    private StreetLane LaneOf(string laneId) => Array.Find(_lanes, l => l.Id == laneId)
        ?? throw new ArgumentException($"There is no lane {laneId}; this street has {string.Join(", ", _lanes.Select(l => l.Id))}.");

    private Car NewCar(VehicleBody body, bool wrongWay = false, DriverTraits? traits = null)
    {
        int reactionUs = _random.Next(ShortestReactionUs, LongestReactionUs + 1);
        return new Car(++_lastCar, body, new Driver(_site.Street.SpeedKmh / 3.6, reactionUs, traits ?? DriverTraits.Usual)) { WrongWay = wrongWay };
    }

    private bool Decide(int carId, DriverMode mode)
    {
        foreach (StreetLane lane in _lanes)
        {
            if (lane.Find(carId) is { } car)
            {
                car.Driver.Decide(mode);
                lane.Wake();
                return true;
            }
        }

        return false;
    }

    private PushButton AddContact(InputModel input)
    {
        var contact = new PushButton();
        _contacts.Add(input.Name, contact);
        return contact;
    }

    private IContact Tested(LaneModel lane, InputModel input)
    {
        PushButton contact = AddContact(input);
        RoleOutputModel? test = lane.Outputs.FirstOrDefault(o => o.Role == OutputRole.TestPulse);
        return input.Role == InputRole.SafetyEdge && test is not null ? new TestedContact(contact, test.Pin, _terminals) : contact;
    }

    private Lamp LampAt(int pin)
    {
        foreach (StreetLane lane in _lanes)
        {
            if (lane.FindLamp(pin) is { } lamp)
            {
                lane.Wake();
                return lamp;
            }
        }

        throw new ArgumentException($"There is no lamp at pin {pin}.");
    }

    private Contactor ContactorAt(int pin)
    {
        foreach (StreetLane lane in _lanes)
        {
            if (lane.FindContactor(pin) is { } contactor)
            {
                lane.Wake();
                return contactor;
            }
        }

        throw new ArgumentException($"There is no drive at pin {pin}.");
    }

    private CarriagewayLayout CarriagewayOf(LaneModel lane) => _site.Street.Carriageways.FirstOrDefault(way => way.Lane == lane.Id)
        ?? throw new ArgumentException($"Lane {lane.Id} has no carriageway; add one to the street section of the site.");
}
