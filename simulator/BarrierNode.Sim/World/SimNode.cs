using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A node in virtual time: the firmware's own code, wired to its street.</summary>
public sealed class SimNode
{
    private readonly Station _station;
    private readonly EventHash _hash;
    private VirtualCabinet _cabinet;
    private long _scans;
    private int _hashedOutputs = -1;

    internal SimNode(Station station, EventHash hash)
    {
        _station = station;
        _hash = hash;
        _cabinet = new VirtualCabinet(station.Table, station.Street);
    }

    /// <summary>Raised after every scan.</summary>
    public event Action? Scanned;

    /// <summary>Raised for every report of a scan, in their order, before the link takes it.</summary>
    public event Action<NodeReport>? Reported;

    /// <summary>The firmware's controller; another one after every start.</summary>
    public Controller Controller => _cabinet.Controller;

    /// <summary>The outputs that are on, a mask in the order of the site table.</summary>
    public int Outputs => _cabinet.Outputs;

    /// <summary>True while the cabinet has power.</summary>
    public bool HasPower { get; private set; } = true;

    /// <summary>The power fails.</summary>
    public void PowerOff()
    {
        HasPower = false;
        _cabinet.PowerOff();
    }

    /// <summary>The power comes back: the node starts with what its flash has kept.</summary>
    public void PowerOn()
    {
        HasPower = true;
        _cabinet = new VirtualCabinet(_station.Table, _station.Street, 0, _cabinet.Controller.Kept);
    }

    internal void Scan()
    {
        if (!HasPower)
        {
            return;
        }

        _cabinet.Scan();
        _scans++;
        if (_cabinet.Outputs != _hashedOutputs)
        {
            _hashedOutputs = _cabinet.Outputs;
            _hash.Add((_scans << 32) | (uint)_hashedOutputs);
        }

        ReportRing reports = Controller.Reports;
        while (reports.Take())
        {
            NodeReport told = new(
                reports.Kind, reports.Code, reports.Lane, reports.Op, reports.Ticket, reports.A, reports.B, reports.C, reports.Trips, reports.UptimeMs,
                _station.Street.NowUs);
            _hash.Add(((long)told.Kind << 32) | (long)(uint)told.A);
            _hash.Add(told.B);
            Reported?.Invoke(told);
        }

        Scanned?.Invoke();
    }
}
