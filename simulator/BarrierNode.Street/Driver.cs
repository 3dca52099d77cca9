namespace BarrierNode.Street;

/// <summary>Decides how fast a car should go, from what its driver sees.</summary>
/// <param name="cruiseMs">The speed that the street allows, in metres a second.</param>
/// <param name="reactionUs">Time from seeing that it may go to moving off, in microseconds.</param>
internal sealed class Driver(double cruiseMs, int reactionUs)
{
    /// <summary>A barrier higher than this part of its stroke is seen as raised.</summary>
    public const double SeesBarrierFrom = 0.05;

    /// <summary>Distance kept to a standing car, in metres.</summary>
    public const double GapM = 2;

    /// <summary>Where a driver stops in front of the stop line, in metres.</summary>
    private const double LineMarginM = 0.1;

    private const double BarrierMarginM = 1;
    private const double CreepMs = 5 / 3.6;
    private const double BackingMs = 7 / 3.6;
    private const double HeadwayS = 1;

    // Below this a car stands: following distances are approached ever more slowly and would never end.
    private const double StandstillMs = 0.02;

    private int _reactionLeftUs;

    /// <summary>How the driver takes the lane.</summary>
    public DriverMode Mode { get; private set; }

    /// <summary>Changes the driver's mind; a standing car moves off at once where it can.</summary>
    public void Decide(DriverMode mode)
    {
        Mode = mode;
        _reactionLeftUs = 0;
    }

    /// <summary>The speed of a car that appears in the street and must be able to stop for what is ahead, in metres a second.</summary>
    public double EntrySpeed(Car car, Car? ahead, StreetLane lane)
    {
        double speed = Math.Min(cruiseMs, SafeSpeed(lane.StopLineM - LineMarginM - car.FrontM, 0));
        return Math.Min(speed, SpeedBehind(car, ahead));
    }

    /// <summary>The speed that the driver wants at the end of this step, in metres a second.</summary>
    public double WantedSpeed(Car car, Car? ahead, StreetLane lane, int stepUs)
    {
        if (Mode == DriverMode.Standing)
        {
            return 0;
        }

        if (car.WrongWay || Mode == DriverMode.Backing)
        {
            return car.WrongWay ? cruiseMs : Math.Min(BackingMs, cruiseMs);
        }

        bool beforeBarrier = car.FrontM <= lane.BarrierAtM;
        double wanted = Mode == DriverMode.Impatient && beforeBarrier ? Math.Min(CreepMs, cruiseMs) : cruiseMs;
        wanted = Math.Min(wanted, SpeedBehind(car, ahead));
        if (beforeBarrier)
        {
            wanted = Math.Min(wanted, SafeSpeed(RoomBeforeBarrier(car, lane), stepUs / 1e6));
        }

        if (wanted < StandstillMs)
        {
            wanted = 0;
        }

        return car.SpeedMs > 0 ? wanted : AfterReaction(wanted, stepUs);
    }

    /// <summary>The highest speed from which a car stops within some room, when it first goes on for some time at that speed.</summary>
    private static double SafeSpeed(double roomM, double seconds)
    {
        if (roomM <= 0)
        {
            return 0;
        }

        double lost = Car.BrakingMs2 * seconds;
        return Math.Sqrt((lost * lost) + (2 * Car.BrakingMs2 * roomM)) - lost;
    }

    private static double SpeedBehind(Car car, Car? ahead) => ahead is null
        ? double.PositiveInfinity
        : SafeSpeed(ahead.RearM - GapM - car.FrontM + ahead.StoppingDistanceM, HeadwayS);

    private double RoomBeforeBarrier(Car car, StreetLane lane)
    {
        // Who can no longer stop at the line goes on, as everyone does when a light changes too late.
        double toLine = lane.StopLineM - car.FrontM;
        if (Mode == DriverMode.Careful && !lane.IsOpen && toLine >= car.StoppingDistanceM)
        {
            return toLine - LineMarginM;
        }

        return Mode != DriverMode.Blind && lane.HighestBarrier > SeesBarrierFrom
            ? lane.BarrierAtM - BarrierMarginM - car.FrontM
            : double.PositiveInfinity;
    }

    private double AfterReaction(double wanted, int stepUs)
    {
        if (wanted <= 0)
        {
            _reactionLeftUs = reactionUs;
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
