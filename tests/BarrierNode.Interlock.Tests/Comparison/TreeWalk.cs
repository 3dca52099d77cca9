using BarrierNode.Interlock.Tests.Specification;
using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>
/// Every sequence of scans of a small table, as a tree: in every state each input with each request, on time and late, and each request
/// without a first half. A scan that asks for nothing comes with a reset of every trip. Gate and specification share their first
/// scans among the sequences: the gate's state is saved and loaded.
/// </summary>
internal sealed class TreeWalk
{
    /// <summary>Scans that can follow a state: 16 inputs with 8 requests, on time and late, and 8 requests alone.</summary>
    public const int Branches = (16 * 8 * 2) + 8;

    private readonly int _depth;
    private readonly Gate _gate;
    private readonly InterlockSpecification _specification;
    private readonly Past _start;
    private readonly StateFrame[] _before;
    private readonly StateFrame[] _between;
    private readonly Step[] _path;

    public TreeWalk(long[] words, long latched, int depth)
    {
        _depth = depth;
        _gate = new Gate(new GateTable(words), latched);
        _specification = new InterlockSpecification(Rules.Read(words));
        _start = _specification.Start(Numbers.Of(latched));
        _before = Frames(depth);
        _between = Frames(depth);
        _path = new Step[depth];
    }

    /// <summary>What the walk has met.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Walks the whole tree.</summary>
    /// <returns>Null, or the first difference and the scans that lead to it.</returns>
    public string? Walk() => WalkFrom(_start, 0);

    private static StateFrame[] Frames(int count) => [.. Enumerable.Range(0, count).Select(_ => new StateFrame(new long[Gate.StateWords]))];

    private string? WalkFrom(Past past, int depth)
    {
        if (depth == _depth)
        {
            return null;
        }

        Save(_before[depth]);
        string? difference = WithoutFirstHalf(past, depth);
        for (int i = 0; difference is null && i < 2 << SmallTables.Inputs; i++)
        {
            int pins = i >> 1;
            long gapUs = (i & 1) == 0 ? SmallTables.PeriodUs : SmallTables.LateUs;
            Load(_before[depth]);
            int conditions = _gate.Condition(pins, gapUs);
            Past half = _specification.FirstHalf(past, Numbers.Of(pins), gapUs);
            _path[depth] = new Step(gapUs, pins, 0, 0, 0);
            difference = Difference.AfterFirstHalf(conditions, _gate, half) is string found ? Report(found, depth) : SecondHalves(half, depth);
        }

        return difference;
    }

    private string? WithoutFirstHalf(Past past, int depth)
    {
        _path[depth] = new Step(0, 0, 0, 0, 0, FirstHalf: false);
        return SecondHalves(past, depth);
    }

    private string? SecondHalves(Past half, int depth)
    {
        Save(_between[depth]);
        string? difference = null;
        for (int requests = 0; difference is null && requests < 1 << SmallTables.Outputs; requests++)
        {
            Load(_between[depth]);
            Step step = _path[depth];

            // Contacts 2 and 3 keep the requests of outputs 0 and 1 from being renewed.
            step = step with { Requests = requests, Renewed = requests & ~(step.Pins >> 2), Reset = requests == 0 ? -1 : 0, ResetBetween = true };
            _path[depth] = step;
            difference = SecondHalf(half, step, depth);
        }

        return difference;
    }

    private string? SecondHalf(Past half, in Step step, int depth)
    {
        string? difference = null;
        if (step.Reset != 0)
        {
            long staying = _gate.Reset(step.Reset);
            half = _specification.Reset(half, Numbers.Of(step.Reset));
            difference = Difference.AfterReset(staying, step.Reset, _gate, half);
        }

        int permitted = _gate.Scan(step.Derived, step.Requests, step.Renewed);
        (Past next, Verdict verdict) = _specification.SecondHalf(
            half, Numbers.Of(step.Derived), Numbers.Of(step.Requests), Numbers.Of(step.Renewed));
        difference ??= Difference.AfterSecondHalf(permitted, _gate, verdict);
        Tally.Count(step, verdict);
        return difference is null ? WalkFrom(next, depth + 1) : Report(difference, depth);
    }

    private string Report(string difference, int depth) => $"{difference}\n{string.Join('\n', _path.Take(depth + 1))}";

    private void Save(StateFrame frame)
    {
        frame.BeginSave(0);
        _gate.Exchange(frame);
    }

    private void Load(StateFrame frame)
    {
        frame.BeginLoad(0);
        _gate.Exchange(frame);
    }
}
