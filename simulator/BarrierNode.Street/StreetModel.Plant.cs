using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>The physics of the plant: weather, mains, parts; and when nothing of it moves.</summary>
public sealed partial class StreetModel
{
    // A thermostat for pit heaters.
    private const double ColdBelowC = 3;

    /// <summary>Weather, steady mains voltage, and what wears or loads each lane.</summary>
    public PlantConditions Conditions { get; }

    /// <summary>Sags and interruptions of the mains, and the power of the cabinet.</summary>
    public StreetPower Power { get; }

    /// <summary>The cabinet has power: without it the node does not run, every output is off, and so is the drive supply.</summary>
    public bool CabinetPower => Power.CabinetOn;

    /// <summary>Strikes, collisions and people hit.</summary>
    public IncidentLog Incidents { get; } = new();

    /// <summary>Of what quality relays, contactors, switches and detectors are. It can be changed at any time.</summary>
    public PlantParts Parts
    {
        get => _lot.Differs ? PlantParts.Drawn : PlantParts.Nominal;
        set
        {
            _lot.Differs = value == PlantParts.Drawn;
            Wake();
        }
    }

    /// <summary>Nothing moves, no time runs: another step changes nothing but the time, whatever its length up to <see cref="QuietUntilUs"/>.</summary>
    public bool IsQuiet => QuietUntilUs > NowUs;

    /// <summary>
    /// Until when, in virtual microseconds, the street stays as it is if nothing is done to it: now when something moves, without end when nothing
    /// ever will.
    /// </summary>
    public long QuietUntilUs
    {
        get
        {
            foreach (StreetLane lane in _lanes)
            {
                if (!lane.AtRest)
                {
                    return NowUs;
                }
            }

            foreach (Loop loop in _loops)
            {
                if (!loop.AtRest)
                {
                    return NowUs;
                }
            }

            return Power.AtRest && !SignalsBreak && _crowd is not { AtRest: false } && SupplyNow() == _supply ? _permission.EndsUs(NowUs) : NowUs;
        }
    }

    /// <summary>Lets time pass in a quiet street: the same as stepping it, in one go.</summary>
    /// <param name="us">How long, in microseconds; to <see cref="QuietUntilUs"/> at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or something would happen before.</exception>
    public void Rest(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(us, QuietUntilUs - NowUs);
        NowUs += us;
        _lot.NowUs = NowUs;
    }

    private DriveSupply SupplyNow() =>
        DriveSupply.Of(Permitted && !_emergencyStop.Pressed && Power.CabinetOn, _drivesUnfed ? 0 : Power.MainsV);

    private void Wake()
    {
        foreach (StreetLane lane in _lanes)
        {
            lane.Wake();
        }

        foreach (Loop loop in _loops)
        {
            loop.Wake();
        }
    }

    private void ConditionsChanged()
    {
        Power.Wake();
        for (int l = 0; l < _lanes.Length; l++)
        {
            _lanes[l].Run(Conditions.At(l), Conditions.TemperatureC, Power.MainsV);
        }
    }

    private void WireSurroundings(InputModel input)
    {
        if (input.Role == InputRole.SupplyFailed)
        {
            _contacts[input.Name].Senses = () => Power.MainsFailed || _drivesUnfed;
        }
        else if (input.Role == InputRole.Cold)
        {
            _contacts[input.Name].Senses = () => Conditions.TemperatureC < ColdBelowC;
        }
    }
}
