using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The pins of a simulated chip, read by its own clock.</summary>
internal sealed class SimPins(SiteTable site, StreetModel street, SimClock clock) : StreetPins(site, street)
{
    private readonly StreetModel _street = street;

    /// <summary>When the permission chain was pulsed last, in the street's time.</summary>
    public long PulsedUs { get; private set; } = street.NowUs;

    public override long NowUs() => clock.NowUs;

    public override void Pulse()
    {
        PulsedUs = _street.NowUs;
        base.Pulse();
    }
}
