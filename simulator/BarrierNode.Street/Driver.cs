namespace BarrierNode.Street;

/// <summary>Decides how fast a car should go, from what its driver sees.</summary>
/// <param name="cruiseMs">The speed that the street allows, in metres a second.</param>
/// <param name="reactionUs">Time from seeing that it may go to moving off, in microseconds.</param>
/// <param name="traits">What the driver does beside driving.</param>
internal sealed class Driver(double cruiseMs, int reactionUs, DriverTraits traits)
{
    /// <summary>A barrier higher than this part of its stroke is seen as raised.</summary>
    public const double SeesBarrierFrom = 0.05;

    /// <summary>Distance at which a car queues outside the street, in metres.</summary>
    public const double GapM = 2;

    /// <summary>Where a driver stops in front of the stop line, in metres.</summary>
    private const double LineMarginM = 0.1;

    private const double BarrierMarginM = 1;
    private const double PersonMarginM = 1.5;
    private const double CreepMs = 5 / 3.6;
    private const double BackingMs = 7 / 3.6;

    // Who drives closer than this behind another one through the opening does not look at the signal.
    private const double TailM = 8;

    // Who watches nothing but the tail in front moves off with it.
    private const int TailReactionUs = 200_000;

    // Below this a car stands: following distances are approached ever more slowly and would never end.
    private const double StandstillMs = 0.02;

    private const double RamHaste = 1.4;

    private int _reactionLeftUs;
    private int _pauseLeftUs = traits.PauseUs;

    /// <summary>How the driver takes the lane.</summary>
    public DriverMode Mode { get; private set; }

    /// <summary>What the driver does beside driving.</summary>
    public DriverHabit Habit => traits.Habit;

    /// <summary>How much of the engine's usual acceleration the driver uses.</summary>
    public double Haste => Rams ? RamHaste : 1;

    /// <summary>The driver wants to stand, and no time runs after which that changes.</summary>
    public bool Waits { get; private set; }

    private bool Rams => Habit == DriverHabit.Rams && Mode == DriverMode.Careful;

    /// <summary>Changes the driver's mind; a standing car moves off at once where it can.</summary>
    public void Decide(DriverMode mode)
    {
        Mode = mode;
        _reactionLeftUs = 0;
    }

    /// <summary>The speed of a car that appears in the street and must be able to stop for what is ahead, in metres a second.</summary>
    public double EntrySpeed(Car car, Car? ahead, StreetLane lane)
    {
        double speed = Math.Min(Cruise(car), SafeSpeed(car, lane.StopLineM - LineMarginM - car.FrontM, 0));
        return Math.Min(speed, SpeedBehind(car, ahead));
    }

    /// <summary>The speed that the driver wants at the end of this step, in metres a second.</summary>
    public double WantedSpeed(Car car, Car? ahead, StreetLane lane, int stepUs)
    {
        Waits = Mode == DriverMode.Standing;
        if (Mode == DriverMode.Standing || Pauses(car, lane, stepUs))
        {
            return 0;
        }

        if (car.DrivesBack)
        {
            return car.WrongWay ? cruiseMs : Math.Min(BackingMs, cruiseMs);
        }

        if (Rams)
        {
            return Math.Min(traits.RamMs, car.Dynamics.TopSpeedMs);
        }

        double wanted = SpeedAhead(car, ahead, lane, stepUs);
        if (wanted < StandstillMs)
        {
            wanted = 0;
        }

        return car.SpeedMs > 0 ? wanted : AfterReaction(wanted, stepUs);
    }

    /// <summary>The highest speed from which a car stops within some room, when it first goes on for some time at that speed.</summary>
    private static double SafeSpeed(Car car, double roomM, double seconds)
    {
        if (roomM <= 0)
        {
            return 0;
        }

        double braking = car.Dynamics.BrakingMs2;
        double lost = braking * seconds;
        return Math.Sqrt((lost * lost) + (2 * braking * roomM)) - lost;
    }

    private double Cruise(Car car) => Math.Min(cruiseMs, car.Dynamics.TopSpeedMs);

    private double SpeedBehind(Car car, Car? ahead) => ahead is null
        ? double.PositiveInfinity
        : SafeSpeed(car, ahead.RearM - traits.GapM - car.FrontM + ahead.StoppingDistanceM, traits.HeadwayS);

    private double SpeedAhead(Car car, Car? ahead, StreetLane lane, int stepUs)
    {
        bool beforeBarrier = car.FrontM <= lane.BarrierAtM;
        bool creeps = Mode == DriverMode.Impatient
            || (Habit == DriverHabit.Creeps && Mode == DriverMode.Careful && !lane.IsOpen && car.FrontM >= lane.StopLineM - BarrierMarginM);
        double wanted = creeps && beforeBarrier ? Math.Min(CreepMs, cruiseMs) : Cruise(car);
        wanted = Math.Min(wanted, SpeedBehind(car, ahead));
        if (beforeBarrier)
        {
            wanted = Math.Min(wanted, SafeSpeed(car, RoomBeforeBarrier(car, ahead, lane), stepUs / 1e6));
        }

        if (Mode != DriverMode.Blind && lane.PersonAheadM(car) is var personM && personM < double.PositiveInfinity)
        {
            wanted = Math.Min(wanted, SafeSpeed(car, personM - PersonMarginM - car.FrontM, stepUs / 1e6));
        }

        return wanted;
    }

    private double RoomBeforeBarrier(Car car, Car? ahead, StreetLane lane)
    {
        // Who can no longer stop at the line goes on, as everyone does when a light changes too late.
        double lineM = lane.StopLineM;
        if (Habit == DriverHabit.Creeps)
        {
            lineM = Math.Min(lineM + traits.PlaceM, Math.Max(lineM, lane.BarrierAtM - BarrierMarginM));
        }

        double toLine = lineM - car.FrontM;
        if (Mode == DriverMode.Careful && !lane.IsOpen && toLine >= car.StoppingDistanceM && !Tailgates(car, ahead, lane))
        {
            return toLine - LineMarginM;
        }

        return Mode != DriverMode.Blind && lane.HighestBarrier > SeesBarrierFrom
            ? lane.BarrierAtM - BarrierMarginM - car.FrontM
            : double.PositiveInfinity;
    }

    private bool Tailgates(Car car, Car? ahead, StreetLane lane) => Habit == DriverHabit.Tailgates && lane.HighestBarrier <= SeesBarrierFrom
        && ahead is not null && ahead.FrontM > lane.StopLineM && ahead.RearM - car.FrontM < TailM;

    /// <summary>Turns back or stalls where the habit says so; true while the vehicle has to stand for that.</summary>
    private bool Pauses(Car car, StreetLane lane, int stepUs)
    {
        if (_pauseLeftUs <= 0 || car.DrivesBack || Mode != DriverMode.Careful)
        {
            return false;
        }

        bool isThere = car.FrontM >= lane.StopLineM + traits.PlaceM;
        if (Habit == DriverHabit.Stalls && isThere)
        {
            _pauseLeftUs -= stepUs;
            return true;
        }

        bool waitsAtLine = !lane.IsOpen && car.SpeedMs <= 0 && car.FrontM >= lane.StopLineM - BarrierMarginM;
        if (Habit == DriverHabit.Reverses && (isThere || waitsAtLine))
        {
            _pauseLeftUs = isThere ? 0 : _pauseLeftUs - stepUs;
            if (_pauseLeftUs <= 0)
            {
                Decide(DriverMode.Backing);
            }

            return true;
        }

        return false;
    }

    private double AfterReaction(double wanted, int stepUs)
    {
        if (wanted <= 0)
        {
            _reactionLeftUs = Habit == DriverHabit.Tailgates ? TailReactionUs : reactionUs;
            Waits = _pauseLeftUs <= 0 || Habit != DriverHabit.Reverses;
            return 0;
        }

        if (_reactionLeftUs > 0)
        {
            _reactionLeftUs -= stepUs;
            return 0;
        }

        return wanted;
    }
}
