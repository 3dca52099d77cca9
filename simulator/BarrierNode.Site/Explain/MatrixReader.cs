using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>Reads the parts of an interlock matrix from the words of a gate table; the rest of the site table lends the names.</summary>
internal sealed class MatrixReader(SiteTable table)
{
    private readonly GateTable _gate = table.Gate;
    private readonly TableMeaning _meaning = new(table);

    public static decimal Milliseconds(long us) => us / 1000m;

    public IReadOnlyList<MatrixOutput> Outputs() => [.. OutputNumbers().Select(Output)];

    public IReadOnlyList<MatrixCondition> Conditions()
    {
        long used = OutputNumbers().Aggregate(0L, (mask, o) => mask | _gate.MustBeOne(o) | _gate.MustBeZero(o));
        return [.. Bits(used).Select(Condition)];
    }

    public IReadOnlyList<MatrixInput> Inputs() => [.. Enumerable.Range(0, _gate.InputCount).Select(Input)];

    public IReadOnlyList<MatrixPair> Pairs() => [.. Enumerable.Range(0, (int)_gate.Words[GateTable.PairCountAt]).Select(Pair)];

    public IReadOnlyList<MatrixTrip> Trips() =>
    [
        .. Bits(_gate.TripConditions).Select(c =>
            new MatrixTrip(Condition(c), [.. OutputNumbers().Where(o => Has(_gate.MustBeZero(o), c)).Select(o => table.OutputNames[o])])),
    ];

    private static bool Has(long mask, int bit) => ((mask >> bit) & 1) != 0;

    private static IEnumerable<int> Bits(long mask) => Enumerable.Range(0, GateTable.MaxConditions).Where(bit => Has(mask, bit));

    private IEnumerable<int> OutputNumbers() => Enumerable.Range(0, _gate.OutputCount);

    private MatrixCondition Condition(int number) => new(
        number, Name(number), _meaning.Condition(number), _gate.TripCode(number), Has(_gate.NodeTrips, number));

    // A limit switch and the end that is proven with it share a name in messages, which never need both. A matrix does.
    private string Name(int number) => ConditionBit.Name(table, number);

    private MatrixCondition Fault(int firstWord, int index) => Condition(Bits(_gate.Words[firstWord + index]).Single());

    private MatrixInput Input(int number) => new(
        number,
        table.InputNames[number],
        table.InputPins[number],
        _meaning.Condition(number),
        Has(_gate.Words[GateTable.InvertedInputsAt], number),
        Has(_gate.Words[GateTable.StartOnInputsAt], number),
        Time(GateTable.OnDelayUsAt, number),
        Time(GateTable.OffDelayUsAt, number));

    private MatrixPair Pair(int pair)
    {
        int first = 2 * pair;
        return new(
            table.InputNames[first],
            table.InputNames[first + 1],
            Has(_gate.Words[GateTable.PairsOffAtOneAt], first),
            Time(GateTable.PairWindowUsAt, pair),
            Fault(GateTable.PairFaultAt, pair));
    }

    private MatrixOutput Output(int number) => new(
        number,
        table.OutputNames[number],
        table.OutputPins[number],
        _meaning.Output(number),
        Has(_gate.MotionOutputs, number),
        [.. Bits(_gate.Words[GateTable.ExcludesAt + number]).Select(Exclusion)],
        TimeOrNever(GateTable.MaxOnUsAt, number),
        Time(GateTable.RestUsAt, number),
        TimeOrNever(GateTable.LeaseUsAt, number),
        number < _gate.Words[GateTable.FeedbackCountAt] ? Feedback(number) : null);

    // It is the dead time of the excluded output that counts, not that of the one that wants to go on.
    private MatrixExclusion Exclusion(int other) => new(table.OutputNames[other], Time(GateTable.DeadTimeUsAt, other));

    private MatrixFeedback Feedback(int output) => new(
        table.InputNames[(int)_gate.Words[GateTable.FeedbackInputAt] + output],
        Time(GateTable.FeedbackWindowUsAt, output),
        Fault(GateTable.FeedbackFaultAt, output));

    private decimal Time(int firstWord, int index) => Milliseconds(_gate.Words[firstWord + index]);

    private decimal? TimeOrNever(int firstWord, int index) =>
        _gate.Words[firstWord + index] == GateTable.Never ? null : Time(firstWord, index);
}
