using System.Globalization;

namespace BarrierNode.Site.Explain;

/// <summary>The interlock matrix in sentences, and the few signs that stand in its cells. All writers use these.</summary>
internal static class MatrixWords
{
    /// <summary>What the signs mean, one sentence each.</summary>
    public static IReadOnlyList<string> Signs { get; } =
    [
        "A row is an output, a column a condition. An output may be on only while every condition of its row is as the row says.",
        "1: the condition must be 1.",
        "0: the condition must be 0.",
        "L: the condition latches. Once 1, it refuses until it is reset.",
        "N: the condition latches and stops the whole node. In the scan that sees it every output goes off, and the permission pulse ends "
        + "until it is reset.",
    ];

    /// <summary>Sign of a cell: 1, 0, 0L, 0N; empty when the output does not look at the condition.</summary>
    public static string Sign(Need need, MatrixCondition condition) => need switch
    {
        Need.None => "",
        Need.One => "1",
        Need.Zero => "0" + Mark(condition),

        // A table may ask for both. Then the output can never go on, and that must be seen.
        _ => "01" + Mark(condition),
    };

    /// <summary>L for a condition that latches, N when it stops the whole node besides, otherwise empty.</summary>
    public static string Mark(MatrixCondition condition) => condition.HoldsNode ? "N" : condition.Latches ? "L" : "";

    /// <summary>A time in milliseconds, without needless zeros.</summary>
    public static string Number(decimal ms) => ms.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Name of an output and what it does; the sentences about it go on from there.</summary>
    public static string Subject(MatrixOutput output) => $"{output.Name} ({output.Role})";

    /// <summary>Everything about an output in one paragraph.</summary>
    public static string Paragraph(InterlockMatrix matrix, MatrixOutput output) =>
        $"{Subject(output)} {string.Join(' ', Of(matrix, output))}";

    /// <summary>Everything that refuses an output, in sentences; the first goes on from <see cref="Subject"/>.</summary>
    public static IReadOnlyList<string> Of(InterlockMatrix matrix, MatrixOutput output)
    {
        List<string> sentences =
        [
            $"needs: {List(matrix.ConditionsWith(output, Need.One), "nothing")}; "
            + $"is refused by: {List(matrix.ConditionsWith(output, Need.Zero), "no condition")}.",
        ];
        sentences.AddRange(output.Excludes.Select(other =>
            $"Never on together with {other.Output}"
            + (other.OffForMs > 0 ? $", nor before that was off for {Number(other.OffForMs)} ms." : ".")));
        if (output.MaxOnMs is { } maxOnMs)
        {
            sentences.Add($"On for at most {Number(maxOnMs)} ms; {Number(output.RestMs)} ms off start that anew.");
        }

        if (output.LeaseMs is { } leaseMs)
        {
            sentences.Add($"Off when its request was not renewed for {Number(leaseMs)} ms.");
        }

        if (output.MovesSteel)
        {
            sentences.Add(
                $"Moves steel: a gap between scans of more than {Number(matrix.LateLimitMs)} ms drops it, until it is requested afresh.");
        }

        if (output.Feedback is { } feedback)
        {
            sentences.Add(
                $"{feedback.Contact} must follow it: a difference of more than {Number(feedback.WindowMs)} ms "
                + $"makes {feedback.Fault.Name} 1.");
        }

        return sentences;
    }

    /// <summary>What holds for every node, whatever its table says.</summary>
    public static IReadOnlyList<string> Always(InterlockMatrix matrix) =>
    [
        $"A gap between scans of more than {Number(matrix.LateLimitMs)} ms is late: every output that moves steel goes off. "
        + $"Two scans in a row with gaps of at most {Number(matrix.RearmGapMs)} ms arm the node again; each of these outputs then needs a "
        + "fresh request.",
        "In the first scan after a start everything is off. What was latched before the power went is latched.",
        "A latched condition can be reset only while it is 0. A reset moves nothing.",
        "A node whose table is damaged in its memory switches everything off until it is restarted.",
    ];

    /// <summary>A condition with what its latching means.</summary>
    private static string Refusing(MatrixCondition condition) =>
        condition.Name + (condition.HoldsNode ? " (latches, whole node)" : condition.Latches ? " (latches)" : "");

    private static string List(IEnumerable<MatrixCondition> conditions, string none)
    {
        string list = string.Join(", ", conditions.Select(Refusing));
        return list.Length == 0 ? none : list;
    }
}
