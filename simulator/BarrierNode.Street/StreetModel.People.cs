using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>Drivers with habits, people on foot, and crowds.</summary>
public sealed partial class StreetModel
{
    private const int CrowdSalt = 11;
    private const double SlowestWalkMs = 1;
    private const double FastestWalkMs = 1.6;

    private CrowdFlow? _crowd;
    private int _lastPerson;
    private int _crowdUs;

    /// <summary>Sends a vehicle whose driver has a habit, like <see cref="SendCar"/>.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="habit">What its driver does beside driving.</param>
    /// <returns>The number of the vehicle, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int SendDriver(string laneId, VehicleKind kind, DriverHabit habit)
    {
        StreetLane lane = LaneOf(laneId);
        DriverTraits traits = DriverTraits.Draw(habit, lane.BarrierAtM - lane.StopLineM, _habits);
        lane.Enter(NewCar(VehicleBody.Of(kind), traits: traits));
        return _lastCar;
    }

    /// <summary>Puts a person somewhere in a lane, who stands there until taken away. Who stands on a bollard's cover, or where a gate closes, stops it.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="xM">x in metres.</param>
    /// <param name="yM">y in metres.</param>
    /// <returns>The number of the person, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int PlacePerson(string laneId, double xM, double yM) => Bring(LaneOf(laneId), new Person(++_lastPerson, xM, yM), placed: true);

    /// <summary>Puts a person onto a barrier: its cover, or the way of a gate.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="barrier">Which barrier, from 0.</param>
    /// <returns>The number of the person, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane or barrier.</exception>
    public int PlacePersonOnBarrier(string laneId, int barrier)
    {
        StreetLane lane = BarrierOf(laneId, barrier);
        return PlacePerson(laneId, lane.BarrierAtM, lane.BarrierM(barrier));
    }

    /// <summary>Sends a person across the carriageway, who waits at the kerb while a vehicle comes, and is gone on the other side.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="xM">x at which the person crosses, in metres.</param>
    /// <returns>The number of the person, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane.</exception>
    public int SendPedestrian(string laneId, double xM)
    {
        StreetLane lane = LaneOf(laneId);
        return Bring(lane, Walker(lane, xM, double.PositiveInfinity, 0), placed: false);
    }

    /// <summary>Sends a person across the barriers, who stops on the cover of one for a while; around a raised bollard people walk.</summary>
    /// <param name="laneId">Id of the lane.</param>
    /// <param name="barrier">Which barrier, from 0.</param>
    /// <param name="standsS">How long the person stands there, in seconds, 0 to 2000.</param>
    /// <returns>The number of the person, from 1.</returns>
    /// <exception cref="ArgumentException">There is no such lane or barrier.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public int SendPedestrianOver(string laneId, int barrier, double standsS)
    {
        if (!(standsS is >= 0 and <= 2000))
        {
            throw new ArgumentOutOfRangeException(nameof(standsS), standsS, "People stand for 0 to 2000 s.");
        }

        StreetLane lane = BarrierOf(laneId, barrier);
        return Bring(lane, Walker(lane, lane.BarrierAtM, lane.BarrierM(barrier), (int)(standsS * 1e6)), placed: false);
    }

    /// <summary>Takes a person away.</summary>
    /// <returns>False when there is no such person (any more).</returns>
    public bool RemovePerson(int personId)
    {
        foreach (StreetLane lane in _lanes)
        {
            if (lane.RemovePerson(personId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The people who stream over the counting lines of the site: its first inputs with the roles count-in and count-out.</summary>
    /// <exception cref="InvalidOperationException">The site does not count people.</exception>
    public CrowdFlow Crowd => _crowd ??= NewCrowd();

    private CrowdFlow NewCrowd()
    {
        InputModel[] inputs = [.. _site.Inputs, .. _site.Lanes.SelectMany(lane => lane.Inputs)];
        InputModel? countIn = Array.Find(inputs, i => i.Role == InputRole.CountIn);
        InputModel? countOut = Array.Find(inputs, i => i.Role == InputRole.CountOut);
        if (countIn is null || countOut is null)
        {
            throw new InvalidOperationException("This site does not count people; give it inputs with the roles count-in and count-out.");
        }

        int seed = unchecked((_seed * 31) + CrowdSalt);
        return new CrowdFlow(new CountingLines(this, countIn.Name, countOut.Name, seed), seed, ConditionsChanged);
    }

    private void StepCrowd(int stepUs)
    {
        if (_crowd is not { AtRest: false })
        {
            return;
        }

        _crowdUs += stepUs;
        while (_crowdUs >= CountingLines.StepUs)
        {
            _crowdUs -= CountingLines.StepUs;
            _crowd.Step();
        }
    }

    private StreetLane BarrierOf(string laneId, int barrier)
    {
        StreetLane lane = LaneOf(laneId);
        return barrier >= 0 && barrier < lane.BarrierCount
            ? lane
            : throw new ArgumentException($"Lane {laneId} has no barrier {barrier}; it has {lane.BarrierCount}, from 0.");
    }

    private Person Walker(StreetLane lane, double xM, double pauseAtM, int pauseUs) => new(++_lastPerson, xM, lane.KerbM)
    {
        ToM = lane.FarKerbM,
        SpeedMs = SlowestWalkMs + ((FastestWalkMs - SlowestWalkMs) * _habits.NextDouble()),
        PauseAtM = pauseAtM,
        PauseLeftUs = pauseUs,
    };

    private static int Bring(StreetLane lane, Person person, bool placed)
    {
        lane.Bring(person, placed);
        return person.Id;
    }
}
