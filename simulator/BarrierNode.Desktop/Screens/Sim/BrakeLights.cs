using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Which vehicles slow down: their speed is lower than it was at the look before, a moment of the city's time ago.</summary>
public sealed class BrakeLights
{
    private const long LookEveryUs = 100_000;

    // Less than this in a look is no braking, in metres a second.
    private const double SlackMs = 0.05;

    private Dictionary<int, double> _speeds = [];
    private HashSet<int> _braking = [];
    private long _nextUs;

    /// <summary>The driver has the foot on the brake.</summary>
    /// <param name="vehicle">Number of the vehicle.</param>
    public bool Has(int vehicle) => _braking.Contains(vehicle);

    /// <summary>Looks at the street.</summary>
    /// <param name="street">The street now.</param>
    public void Look(StreetSnapshot street)
    {
        if (street.NowUs < _nextUs)
        {
            return;
        }

        _nextUs = street.NowUs + LookEveryUs;
        _braking = [.. street.Cars.Where(c => _speeds.TryGetValue(c.Id, out double before) && c.SpeedMs < before - SlackMs).Select(c => c.Id)];
        _speeds = street.Cars.ToDictionary(c => c.Id, c => c.SpeedMs);
    }
}
