using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>
/// A cabinet in virtual time: the firmware's own controller, wired pin by pin to the street. <see cref="Scan"/> is what the node's scan thread
/// does every 20 ms; register it with a <see cref="StreetClock"/> or call it by hand.
/// </summary>
public sealed class VirtualCabinet
{
    /// <summary>Time between two scans, in microseconds.</summary>
    public const int ScanPeriodUs = (int)ScanStep.PeriodUs;

    private readonly StreetPins _pins;
    private readonly ScanStep _step;

    /// <summary>Makes a cabinet that has just been switched on.</summary>
    /// <param name="site">The compiled site.</param>
    /// <param name="street">The street that it is wired to.</param>
    /// <param name="latchedTrips">The trip conditions that were latched before the power went, a mask.</param>
    /// <param name="kept">The numbers that survived; null for a cabinet that was never on before.</param>
    /// <param name="keptMilliHz">By loop that the node measures: the kept baseline in mHz, or 0. Null: none is kept.</param>
    public VirtualCabinet(SiteTable site, StreetModel street, long latchedTrips = 0, KeptValues? kept = null, int[]? keptMilliHz = null)
    {
        _pins = new StreetPins(site, street);
        Controller = new Controller(site, latchedTrips, kept ?? new KeptValues(), keptMilliHz);
        _step = new ScanStep(Controller, _pins);
    }

    /// <summary>The firmware's controller.</summary>
    public Controller Controller { get; }

    /// <summary>The outputs that are on, a mask in the order of the site table.</summary>
    public int Outputs => _pins.Outputs;

    /// <summary>One scan at the street's time.</summary>
    public void Scan() => _step.Scan();

    /// <summary>The power fails: every pin goes low.</summary>
    public void PowerOff() => _pins.PowerOff();
}
