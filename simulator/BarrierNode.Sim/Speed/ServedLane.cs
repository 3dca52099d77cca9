using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>
/// A lane that the hub opens for each vehicle: every one and a half to two and a half minutes a vehicle comes, the hub lowers the lane, and raises it
/// when the vehicle has passed.
/// </summary>
internal sealed class ServedLane
{
    private const long ShortestGapUs = 90_000_000;
    private const long LongestGapUs = 150_000_000;

    // From stop line to street's end, with the driver's reaction.
    private const long PassageUs = 12_000_000;
    private const long AgainUs = 5_000_000;

    private readonly City _city;
    private readonly Station _station;
    private readonly string _lane;
    private readonly int _number;
    private readonly Random _random;
    private bool _opened;
    private long _dueUs;
    private long _nextUs;

    public ServedLane(City city, Station station, string lane, Random random)
    {
        _city = city;
        _station = station;
        _lane = lane;
        _number = station.LaneNumber(lane);
        _random = random;
        _dueUs = _random.NextInt64((ShortestGapUs + LongestGapUs) / 2);
    }

    /// <summary>Does what is due.</summary>
    public void Step()
    {
        if (_city.NowUs < _dueUs)
        {
            return;
        }

        LanePosition position = _station.Node.Controller.Position(_number);
        if (!_opened)
        {
            _station.Street.SendVehicle(_lane, _random.Next(4) == 0 ? VehicleKind.Van : VehicleKind.Car);
            _city.Hub.Send(_station, _lane, CommandOp.Lower);
            _opened = true;
            _nextUs = _city.NowUs + _random.NextInt64(ShortestGapUs, LongestGapUs);
            _dueUs = _city.NowUs + PassageUs;
        }
        else if (position == LanePosition.Up)
        {
            _opened = false;
            _dueUs = Math.Max(_nextUs, _city.NowUs);
        }
        else
        {
            if (position is LanePosition.Down or LanePosition.Stopped)
            {
                _city.Hub.Send(_station, _lane, CommandOp.Raise);
            }

            _dueUs = _city.NowUs + AgainUs;
        }
    }
}
