using BarrierNode.Control;
using BarrierNode.Interlock;
using Mono.Cecil;

namespace BarrierNode.Verify.Scan;

/// <summary>
/// The numbers that bound the loops of the scan, by the full name of the member that holds them (<c>Namespace.Type::Member</c>, or
/// <c>Namespace.Type::Method(parameter)</c>). An array stands for its length, <c>Namespace.Type::array[12]</c> for what
/// is in that place of it. The scan must change none of them.
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
            ["BarrierNode.Control.LoopBank::_loops"] = counts.Loops,
            ["BarrierNode.Interlock.Gate::_outputCount"] = counts.Outputs,
            ["BarrierNode.Interlock.GateTable::OutputCount"] = counts.Outputs,
            ["BarrierNode.Interlock.InputFilter::_count"] = counts.Inputs,
            ["BarrierNode.Interlock.ChannelPairs::_words[" + GateTable.PairCountAt + "]"] = counts.Pairs,
            ["BarrierNode.Interlock.FeedbackCheck::_words[" + GateTable.FeedbackCountAt + "]"] = counts.Feedbacks,
            ["BarrierNode.Interlock.StateFrame::Pass(values)"] = GateTable.MaxInputs,
        })
    {
    }

    /// <summary>Makes bounds of named members.</summary>
    /// <param name="limits">By full name: the largest value.</param>
    public ScanBounds(IReadOnlyDictionary<string, int> limits) => _limits = new(limits, StringComparer.Ordinal);

    /// <summary>
    /// The bounds of the largest table that a node takes. No input is both a channel of a pair and a feedback contact, and two feedback contacts
    /// take longer than a pair: so every output has one, and the other inputs are pairs.
    /// </summary>
    public static ScanBounds Largest { get; } = new(new SiteCounts(
        Inputs: GateTable.MaxInputs,
        Outputs: GateTable.MaxOutputs,
        Pairs: (GateTable.MaxInputs - GateTable.MaxOutputs) / 2,
        Feedbacks: GateTable.MaxOutputs,
        Lanes: SiteTable.MaxLanes,
        Loops: LoopBank.MaxLoops));

    /// <summary>By full name: the largest value.</summary>
    public IReadOnlyDictionary<string, int> Limits => _limits;

    /// <summary>The bounds of one cabinet.</summary>
    /// <param name="site">Its table.</param>
    public static ScanBounds Of(SiteTable site) => new(Counts(site.Gate) with
    {
        Lanes = site.Lanes.Length, Loops = site.Loops.Length,
    });

    /// <summary>The bounds of one gate, for checks of the gate alone.</summary>
    /// <param name="gate">Its table.</param>
    public static ScanBounds Of(GateTable gate) => new(Counts(gate));

    private static SiteCounts Counts(GateTable gate) => new(
        gate.InputCount, gate.OutputCount, (int)gate.Words[GateTable.PairCountAt], (int)gate.Words[GateTable.FeedbackCountAt], 0, 0);

    internal static string NameOf(FieldReference field) => $"{field.DeclaringType.FullName}::{Plain(field.Name)}";

    internal static string NameOf(MethodDefinition method, ParameterDefinition parameter) =>
        $"{method.DeclaringType.FullName}::{method.Name}({parameter.Name})";

    internal int? Limit(string member) => _limits.TryGetValue(member, out int limit) ? limit : null;

    /// <summary>A place of this array bounds a loop; of an array without a name any place may.</summary>
    internal bool MayBeIn(string? array) =>
        _limits.Keys.Any(k => k.EndsWith(']') && (array is null || k.StartsWith(array + "[", StringComparison.Ordinal)));

    // The field that the compiler makes for a property stands for the property.
    private static string Plain(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>')] : field;
}
