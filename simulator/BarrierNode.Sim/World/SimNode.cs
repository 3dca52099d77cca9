using BarrierNode.Control;
using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>A node in virtual time: the firmware's own code, wired to its street.</summary>
public sealed class SimNode
{
    private readonly Station _station;
    private readonly EventHash _hash;
    private VirtualCabinet _cabinet;

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

    /// <summary>A scan that is due does not come: asked at the virtual time of each. Null: all come.</summary>
    internal Func<long, bool>? HoldsScan { get; set; }

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
        Controller before = _cabinet.Controller;
        int[] baselines = [.. Enumerable.Range(0, before.Loops.Count).Select(l => before.Loops[l].KeptMilliHz)];
        _cabinet = new VirtualCabinet(_station.Table, _station.Street, before.LatchedTrips, before.Kept, baselines);
    }

    /// <summary>The scan has thrown: everything goes off.</summary>
    internal void EndScans() => _cabinet.PowerOff();

    internal void Scan()
    {
        if (!HasPower || HoldsScan is { } holds && holds(_station.Street.NowUs))
        {
            return;
        }

        _cabinet.Scan();
        _hash.Add(_cabinet.Outputs);
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
