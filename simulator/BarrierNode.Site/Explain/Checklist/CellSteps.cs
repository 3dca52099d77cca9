using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>A step for every cell of the matrix that asks something.</summary>
internal sealed class CellSteps(SiteTable table, InterlockMatrix matrix)
{
    private readonly HandOn _hand = new(table, matrix);

    /// <summary>The steps, output by output.</summary>
    public IReadOnlyList<CheckStep> All()
    {
        var steps = new List<CheckStep>();
        foreach (MatrixOutput output in matrix.Outputs)
        {
            foreach (MatrixCondition condition in matrix.ConditionsWith(output, Need.One | Need.Zero))
            {
                (string toDo, string expect) = Of(output, condition);
                steps.Add(new CheckStep($"C{steps.Count + 1}", $"{output.Name}/{condition.Name}", toDo, expect));
            }
        }

        return steps;
    }

    private (string Do, string Expect) Of(MatrixOutput output, MatrixCondition condition) => matrix.Cell(output, condition) switch
    {
        Need.One => NeedsOne(output, condition),
        Need.Zero => NeedsZero(output, condition),
        _ => (_hand.Start(output), $"{output.Name} never goes on, whatever {condition.Name} is. Something is wrong in the site: do not accept."),
    };

    private (string Do, string Expect) NeedsOne(MatrixOutput output, MatrixCondition condition) =>
        _hand.WarningMs(output) is > 0 and int warningMs && _hand.IsWarned(condition.Number)
            ? ($"{_hand.Start(output)} Take the time with a watch.",
                $"{output.Name} stays off until light and sound have warned for {warningMs} ms.")
            : ($"{_hand.Start(output)} While {output.Name} is on, {_hand.ToZero(condition.Number)}.",
                $"{output.Name} must go off {_hand.When(condition.Number, one: false)}.");

    private (string Do, string Expect) NeedsZero(MatrixOutput output, MatrixCondition condition)
    {
        switch (condition.Number)
        {
            case ConditionBit.Quiet:
                return (
                    $"{_hand.Start(output)} While {output.Name} is on, take the node's network away and give it back.",
                    $"The stroke ends as it would have. The node connects again only after {output.Name} went off: what can stall it waits.");
            case GateTable.TableFault:
                return (
                    "No hand can damage the table in the memory of the node. Compare the site table on this page with that of the birth message.",
                    $"Both are {matrix.TableHash}. A damaged table keeps {output.Name} off for good.");
        }

        string must = output.MovesSteel || !condition.Latches ? "must go off" : "must go off, or not come on,";
        return (
            $"{_hand.Start(output)} While {output.Name} is on, {Provoke(output, condition)}.",
            $"{output.Name} {must} {When(condition)}.{Latching(condition)}");
    }

    // The contact of an output that is on disagrees when it falls back; every other contact when it acts.
    private string Provoke(MatrixOutput output, MatrixCondition condition) => output.Feedback is { } own && own.Fault.Number == condition.Number
        ? $"{_hand.ToZeroAlone(own.Contact)} for longer than {HandOn.Ms(own.WindowMs)} ms"
        : _hand.ToOne(condition.Number);

    private string When(MatrixCondition condition) =>
        matrix.Outputs.FirstOrDefault(o => o.Feedback?.Fault.Number == condition.Number)?.Feedback is { } feedback
            ? $"after {HandOn.Ms(feedback.WindowMs)} ms"
            : _hand.When(condition.Number, one: true);

    private static string Latching(MatrixCondition condition) =>
        condition.HoldsNode ? " So does every other output for a moment; the permission pulse ends. Drives and green stay off until it is reset."
        : condition.Latches ? " It stays off until it is reset."
        : "";
}
