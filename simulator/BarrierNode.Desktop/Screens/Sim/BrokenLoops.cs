using BarrierNode.Control;
using BarrierNode.Sim;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>The loops that are broken: those that somebody broke, and those that the node itself has found to be broken.</summary>
public sealed class BrokenLoops
{
    private readonly HashSet<string> _found = [];
    private readonly Station _station;

    /// <summary>Starts to listen to the node.</summary>
    /// <param name="station">The site.</param>
    public BrokenLoops(Station station)
    {
        _station = station;
        station.Node.Reported += Hear;
    }

    /// <summary>A loop is broken.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => _found.Contains(name) || _station.Faults.Active.Any(f => f.Point == name || f.Point == WireView.WireOf(name));

    private void Hear(NodeReport told)
    {
        if (told.Kind != ReportKind.Event)
        {
            return;
        }

        switch ((EventCode)told.Code)
        {
            case EventCode.Started:
                _found.Clear();
                break;
            case EventCode.LoopFault:
                _found.Add(ConditionBit.Name(_station.Table, told.A));
                break;
            case EventCode.LoopFaultEnded:
                _found.Remove(ConditionBit.Name(_station.Table, told.A));
                break;
        }
    }
}
