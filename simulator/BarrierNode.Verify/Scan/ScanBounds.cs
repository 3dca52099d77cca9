using BarrierNode.Control;
using BarrierNode.Interlock;
using Mono.Cecil;

namespace BarrierNode.Verify.Scan;

/// <summary>
/// The numbers that bound the loops of the scan, by the full name of the member that holds them (<c>Namespace.Type::Member</c>, or
/// <c>Namespace.Type::Method(parameter)</c>). An array stands for its length. The scan must change none of them.
/// </summary>
public sealed class ScanBounds
{
    private readonly Dictionary<string, int> _limits;

    /// <summary>Makes the bounds of tables of some size.</summary>
    /// <param name="counts">The sizes.</param>
    public ScanBounds(SiteCounts counts)
        : this(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["BarrierNode.Control.Controller::_lanes"] = counts.Lanes,
            ["BarrierNode.Control.SiteTable::Lanes"] = counts.Lanes,
            ["BarrierNode.Control.LaneTable::UpInputs"] = counts.LimitSwitches,
            ["BarrierNode.Interlock.InputFilter::_count"] = counts.Inputs,
            ["BarrierNode.Interlock.GateTable::OutputCount"] = counts.Outputs,
            ["BarrierNode.Interlock.GateTable::GroupCount"] = counts.Groups,
            ["BarrierNode.Interlock.GateTable::TripCount"] = counts.Trips,
        })
    {
    }

    /// <summary>Makes bounds of named members.</summary>
    /// <param name="limits">By full name: the largest value.</param>
    public ScanBounds(IReadOnlyDictionary<string, int> limits) => _limits = new(limits, StringComparer.Ordinal);

    /// <summary>The bounds of the largest table that a node takes.</summary>
    public static ScanBounds Largest { get; } = new(new SiteCounts(
        GateTable.MaxInputs, GateTable.MaxOutputs, GateTable.MaxGroups, GateTable.MaxTrips, SiteTable.MaxLanes, GateTable.MaxInputs));

    /// <summary>By full name: the largest value.</summary>
    public IReadOnlyDictionary<string, int> Limits => _limits;

    /// <summary>The bounds of one table.</summary>
    /// <param name="site">The table.</param>
    public static ScanBounds Of(SiteTable site) => new(new SiteCounts(
        site.InputNames.Length, site.OutputNames.Length, site.Gate.GroupCount, site.Gate.TripCount, site.Lanes.Length,
        site.Lanes.Max(l => Math.Max(l.UpInputs.Length, l.DownInputs.Length))));

    internal static string NameOf(FieldReference field) => $"{field.DeclaringType.FullName}::{Plain(field.Name)}";

    internal int? Limit(string member) => _limits.TryGetValue(member, out int limit) ? limit : null;

    // The field that the compiler makes for a property stands for the property.
    private static string Plain(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>')] : field;
}
