using MessageNames = BarrierNode.Control.Names;

namespace BarrierNode.Site.Explain;

/// <summary>The tables below the matrix.</summary>
internal static class MatrixSections
{
    /// <summary>The tables in their order.</summary>
    public static IReadOnlyList<PageTable> Of(InterlockMatrix matrix) =>
    [
        new("Conditions", ["no.", "name", "sign", "is 1 while"], [.. matrix.Conditions.Select(Condition)]),
        new("Inputs", ["no.", "name", "GPIO", "1 at", "at start", "to 1, ms", "to 0, ms", "is 1 while"], [.. matrix.Inputs.Select(Input)]),
        new("Two-channel inputs", ["channels", "off at", "may differ, ms", "then trips"], [.. matrix.Pairs.Select(Pair)]),
        new(
            "Outputs",
            ["no.", "name", "GPIO", "steel", "longest on, ms", "rest, ms", "lease, ms", "never on with, off before"],
            [.. matrix.Outputs.Select(Output)]),
        new(
            "Feedback contacts",
            ["output", "contact", "may differ, ms", "then trips"],
            [.. matrix.Outputs.Where(o => o.Feedback is not null).Select(o => Feedback(o.Name, o.Feedback!))]),
        new("Trips", ["condition", "trip", "sign", "holds"], [.. matrix.Trips.Select(Trip)]),
    ];

    private static string[] Condition(MatrixCondition c) => [$"{c.Number}", c.Name, MatrixWords.Mark(c), c.Meaning];

    private static string[] Input(MatrixInput i) =>
    [
        $"{i.Number}", i.Name, $"{i.Pin}", i.OneWhileLow ? "low" : "high", i.StartsOn ? "1" : "0",
        MatrixWords.Number(i.OnDelayMs), MatrixWords.Number(i.OffDelayMs), i.Meaning,
    ];

    private static string[] Pair(MatrixPair p) =>
        [$"{p.First}, {p.Second}", p.OffAtOne ? "1" : "0", MatrixWords.Number(p.WindowMs), p.Fault.Name];

    private static string[] Output(MatrixOutput o) =>
    [
        $"{o.Number}",
        o.Name,
        $"{o.Pin}",
        o.MovesSteel ? "yes" : "no",
        OrNone(o.MaxOnMs),
        OrNone(o.MaxOnMs is null ? null : o.RestMs),
        OrNone(o.LeaseMs),
        OrNone(o.Excludes.Select(x => $"{x.Output} {MatrixWords.Number(x.OffForMs)} ms")),
    ];

    private static string[] Feedback(string output, MatrixFeedback f) => [output, f.Contact, MatrixWords.Number(f.WindowMs), f.Fault.Name];

    private static string[] Trip(MatrixTrip t) =>
    [
        t.Condition.Name, $"{MessageNames.Of(t.Condition.Trip)} ({(int)t.Condition.Trip})", MatrixWords.Mark(t.Condition),
        OrNone(t.Holds),
    ];

    private static string OrNone(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "-";

    private static string OrNone(decimal? ms) => ms is { } some ? MatrixWords.Number(some) : "-";
}
