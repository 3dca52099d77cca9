using BarrierNode.Control;

namespace BarrierNode.Street;

/// <summary>The pins of a cabinet, wired to a street; its clock is that of the street.</summary>
public class StreetPins : ScanPort
{
    private readonly SiteTable _site;
    private readonly StreetModel _street;
    private readonly long[] _edges;
    private long _readUs;
    private bool _permit;

    /// <summary>Wires a cabinet that has just been switched on: every output is low.</summary>
    /// <param name="site">The compiled site.</param>
    /// <param name="street">The street.</param>
    public StreetPins(SiteTable site, StreetModel street)
    {
        _site = site;
        _street = street;
        _readUs = street.NowUs;
        _edges = [.. site.Loops.Select(l => street.LoopEdges(l.Pin))];
    }

    /// <summary>The outputs that are on, a mask in the order of the site table.</summary>
    public int Outputs { get; private set; }

    /// <inheritdoc/>
    public override long NowUs() => _street.NowUs;

    /// <inheritdoc/>
    public override void ReadLoops(LoopBank loops)
    {
        int windowUs = (int)(_street.NowUs - _readUs);
        _readUs = _street.NowUs;
        for (int i = 0; i < _edges.Length; i++)
        {
            long edges = _street.LoopEdges(_site.Loops[i].Pin);
            loops.Put(i, (int)(edges - _edges[i]), windowUs);
            _edges[i] = edges;
        }
    }

    /// <inheritdoc/>
    public override int Read()
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

    /// <inheritdoc/>
    public override void Write(int levels)
    {
        int before = Outputs;
        Outputs = levels;
        Set(before & ~levels, false);
        Set(levels & ~before, true);
    }

    /// <inheritdoc/>
    public override void Pulse()
    {
        _permit = !_permit;
        _street.SetOutput(_site.PermitPin, _permit);
    }

    /// <summary>The power fails: every pin goes low.</summary>
    public void PowerOff()
    {
        Write(0);
        _permit = false;
        _street.SetOutput(_site.PermitPin, false);
    }

    private void Set(int outputs, bool high)
    {
        for (int i = 0; outputs != 0; i++, outputs >>= 1)
        {
            if ((outputs & 1) != 0)
            {
                _street.SetOutput(_site.OutputPins[i], high);
            }
        }
    }
}
