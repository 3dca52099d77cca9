using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>
/// A cabinet in virtual time: the firmware's own controller, wired pin by pin to the street. <see cref="Scan"/> is what the node's scan thread
/// does every 20 ms; register it with a <see cref="StreetClock"/> or call it by hand.
/// </summary>
public sealed class VirtualCabinet
{
    /// <summary>Time between two scans, in microseconds.</summary>
    public const int ScanPeriodUs = 20_000;

    private readonly StreetModel _street;
    private readonly SiteTable _site;
    private readonly long[] _edges;
    private long _lastScanUs;
    private int _written;
    private bool _permit;

    /// <summary>Makes a cabinet that has just been switched on.</summary>
    /// <param name="site">The compiled site.</param>
    /// <param name="street">The street that it is wired to.</param>
    /// <param name="latchedTrips">The trip conditions that were latched before the power went, a mask.</param>
    /// <param name="kept">The numbers that survived; null for a cabinet that was never on before.</param>
    /// <param name="keptMilliHz">By loop that the node measures: the kept baseline in mHz, or 0. Null: none is kept.</param>
    public VirtualCabinet(SiteTable site, StreetModel street, long latchedTrips = 0, KeptValues? kept = null, int[]? keptMilliHz = null)
    {
        _site = site;
        _street = street;
        _lastScanUs = street.NowUs;
        Controller = new Controller(site, latchedTrips, kept ?? new KeptValues(), keptMilliHz);
        _edges = [.. site.Loops.Select(l => street.LoopEdges(l.Pin))];
    }

    /// <summary>The firmware's controller.</summary>
    public Controller Controller { get; }

    /// <summary>The outputs that are on, a mask in the order of the site table.</summary>
    public int Outputs => _written;

    /// <summary>One scan at the street's time.</summary>
    public void Scan()
    {
        long elapsedUs = _street.NowUs - _lastScanUs;
        _lastScanUs = _street.NowUs;
        ReadLoops((int)elapsedUs);
        Write(Controller.Scan(Controller.Loops.Sense(ReadPins()), elapsedUs));
        if (Controller.EndScan(0, elapsedUs))
        {
            _permit = !_permit;
            _street.SetOutput(_site.PermitPin, _permit);
        }
    }

    /// <summary>The power fails: every pin goes low.</summary>
    public void PowerOff()
    {
        Write(0);
        _permit = false;
        _street.SetOutput(_site.PermitPin, false);
    }

    private void ReadLoops(int elapsedUs)
    {
        for (int i = 0; i < _edges.Length; i++)
        {
            long edges = _street.LoopEdges(_site.Loops[i].Pin);
            Controller.Loops.Put(i, (int)(edges - _edges[i]), elapsedUs);
            _edges[i] = edges;
        }
    }

    private int ReadPins()
    {
        int levels = 0;
        for (int i = 0; i < _site.InputPins.Length; i++)
        {
            if (_street.InputLevel(_site.InputPins[i]))
            {
                levels |= 1 << i;
            }
        }

        return levels;
    }

    private void Write(int outputs)
    {
        int changed = outputs ^ _written;
        for (int i = 0; changed != 0; i++, changed >>= 1)
        {
            if ((changed & 1) != 0)
            {
                _street.SetOutput(_site.OutputPins[i], (outputs & (1 << i)) != 0);
            }
        }

        _written = outputs;
    }
}
