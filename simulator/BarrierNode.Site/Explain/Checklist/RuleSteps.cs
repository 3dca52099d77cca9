using BarrierNode.Control;

namespace BarrierNode.Site.Explain;

/// <summary>Steps for what the matrix itself does not show: times, exclusions, contacts that watch each other, trips.</summary>
internal sealed class RuleSteps(SiteTable table, InterlockMatrix matrix)
{
    private readonly HandOn _hand = new(table, matrix);

    /// <summary>Every pair of outputs that exclude each other, once.</summary>
    public IReadOnlyList<CheckStep> Exclusions() => Numbered("X", matrix.Outputs.SelectMany(output => output.Excludes
        .Select(x => Named(x.Output))
        .Where(other => other.Number >= output.Number)
        .Select(other => (
            $"exclusion:{output.Name}+{other.Name}",
            $"{_hand.Start(output)} While {output.Name} is on, {_hand.Order(other)}. "
            + $"Watch GPIO {output.Pin} and GPIO {other.Pin} with two meters.",
            $"{output.Name} and {other.Name} are never on together."))));

    /// <summary>Every time that an output must have been off before another goes on.</summary>
    public IReadOnlyList<CheckStep> DeadTimes() => Numbered("D", matrix.Outputs.SelectMany(output => output.Excludes
        .Where(x => x.OffForMs > 0)
        .Select(x => (
            $"deadTime:{output.Name}/{x.Output}",
            $"{_hand.Start(Named(x.Output))} While {x.Output} is on, {_hand.Order(output)}. Measure the time between them.",
            $"{x.Output} goes off. {output.Name} goes on no sooner than {HandOn.Ms(x.OffForMs)} ms after that."))));

    /// <summary>Every longest time on.</summary>
    public IReadOnlyList<CheckStep> RunLimits() => Numbered("L", matrix.Outputs.Where(o => o.MaxOnMs is not null).Select(o => (
        $"runLimit:{o.Name}",
        $"Take the force from the drive behind {o.Name} (valve shut or fuse out). {_hand.Start(o)} Measure how long {o.Name} is on.",
        $"{o.Name} is on for at most {HandOn.Ms(o.MaxOnMs!.Value)} ms."
        + (_hand.StrokeTimeoutMs(o) is { } timeoutMs ? $" The stroke trips before that, after {timeoutMs} ms." : ""))));

    /// <summary>Every lease.</summary>
    public IReadOnlyList<CheckStep> Leases() => Numbered("R", matrix.Outputs.Where(o => o.LeaseMs is not null).Select(o => (
        $"lease:{o.Name}",
        $"{_hand.Start(o)} While {o.Name} is on, give the command stop.",
        $"{o.Name} goes off at once: a request that nobody renews ends after {HandOn.Ms(o.LeaseMs!.Value)} ms. It does not come on again.")));

    /// <summary>Every feedback contact.</summary>
    public IReadOnlyList<CheckStep> Feedback() => Numbered("F", matrix.Outputs.Where(o => o.Feedback is not null).Select(o => (
        $"feedback:{o.Name}",
        $"With {o.Name} off, {_hand.ToOneAlone(o.Feedback!.Contact)}. Put it right and reset. Then: {_hand.Start(o)} While {o.Name} is on, "
        + $"{_hand.ToZeroAlone(o.Feedback.Contact)}.",
        $"Both times {o.Feedback.Fault.Name} trips after {HandOn.Ms(o.Feedback.WindowMs)} ms, the permission pulse ends, and no drive of the "
        + "cabinet has power 250 ms later.")));

    /// <summary>Every two-channel input.</summary>
    public IReadOnlyList<CheckStep> Pairs() => Numbered("P", matrix.Pairs.Select(p => (
        $"pair:{p.First}+{p.Second}",
        $"Make one channel differ: {Off(p, p.First)}. Put it right and reset. Then let both go off together, put it right, reset. "
        + $"Likewise with the other channel: {Off(p, p.Second)}.",
        $"{p.Fault.Name} trips after {HandOn.Ms(p.WindowMs)} ms. The first reset is refused, the one after both went off is not.")));

    /// <summary>Every trip.</summary>
    public IReadOnlyList<CheckStep> Trips() => Numbered("T", matrix.Trips.Select(t => (
        $"trip:{t.Condition.Name}",
        $"Make it trip: {_hand.ToOne(t.Condition.Number)}. Reset while that stands, if it can stand. Then put it right, switch the node off and "
        + "on, and reset.",
        $"{(t.Holds.Count > 0 ? string.Join(", ", t.Holds) : "No output")} {(t.Holds.Count > 1 ? "are" : "is")} held off. No reset works while "
        + "the cause stands, the trip outlasts the power, and after the reset nothing moves without a new command.")));

    private static IReadOnlyList<CheckStep> Numbered(string letter, IEnumerable<(string Name, string Do, string Expect)> steps) =>
        [.. steps.Select((step, i) => new CheckStep($"{letter}{i + 1}", step.Name, step.Do, step.Expect))];

    private MatrixOutput Named(string output) => matrix.Outputs.First(o => o.Name == output);

    private string Off(MatrixPair pair, string channel) => pair.OffAtOne ? _hand.ToOneAlone(channel) : _hand.ToZeroAlone(channel);
}
