namespace BarrierNode.Interlock.Tests.Tables;

/// <summary>
/// Makes the words of a gate table for a test. Starts with a table in which nothing is wrong and nothing is limited: every delay is 0, no
/// output moves or requires anything. Times are in microseconds.
/// </summary>
internal sealed class TableBuilder
{
    private readonly long[] _words = new long[GateTable.WordCount];

    public TableBuilder(int inputs, int outputs)
    {
        _words[GateTable.HeaderAt] = GateTable.Header;
        _words[GateTable.InputCountAt] = inputs;
        _words[GateTable.OutputCountAt] = outputs;
        Timing(100_000, 60_000);
        for (int o = 0; o < outputs; o++)
        {
            MaxOn(o, GateTable.Never, 0).Lease(o, GateTable.Never);
        }
    }

    private int InputCount => (int)_words[GateTable.InputCountAt];

    /// <summary>The words with their check word, and the masks of instant inputs as the delays say.</summary>
    public long[] Words()
    {
        long[] words = [.. _words];
        for (int i = 0; i < InputCount; i++)
        {
            words[GateTable.InstantOnInputsAt] |= _words[GateTable.OnDelayUsAt + i] == 0 ? 1L << i : 0;
            words[GateTable.InstantOffInputsAt] |= _words[GateTable.OffDelayUsAt + i] == 0 ? 1L << i : 0;
        }

        return Sealed(words);
    }

    /// <summary>The table, which must have no fault.</summary>
    public GateTable Build()
    {
        long[] words = Words();
        Assert.IsNull(GateTableCheck.Fault(words));
        return new GateTable(words);
    }

    /// <summary>Gives words the check word that belongs to them.</summary>
    public static long[] Sealed(long[] words)
    {
        words[GateTable.CheckWordAt] = CheckWord.Of(words);
        return words;
    }

    public TableBuilder Timing(long lateLimitUs, long rearmGapUs)
    {
        _words[GateTable.LateLimitUsAt] = lateLimitUs;
        _words[GateTable.RearmGapUsAt] = rearmGapUs;
        return this;
    }

    public TableBuilder Inverted(params int[] inputs) => Add(GateTable.InvertedInputsAt, inputs);

    public TableBuilder StartOn(params int[] inputs) => Add(GateTable.StartOnInputsAt, inputs);

    public TableBuilder Delays(int input, long onDelayUs, long offDelayUs)
    {
        _words[GateTable.OnDelayUsAt + input] = onDelayUs;
        _words[GateTable.OffDelayUsAt + input] = offDelayUs;
        return this;
    }

    public TableBuilder Motion(params int[] outputs) => Add(GateTable.MotionOutputsAt, outputs);

    public TableBuilder MustBeOne(int output, params int[] conditions) => Add(GateTable.MustBeOneAt + output, conditions);

    public TableBuilder MustBeZero(int output, params int[] conditions) => Add(GateTable.MustBeZeroAt + output, conditions);

    public TableBuilder Exclude(int one, int other) => Add(GateTable.ExcludesAt + one, other).Add(GateTable.ExcludesAt + other, one);

    public TableBuilder DeadTime(int output, long deadTimeUs) => Set(GateTable.DeadTimeUsAt + output, deadTimeUs);

    public TableBuilder MaxOn(int output, long maxOnUs, long restUs) =>
        Set(GateTable.MaxOnUsAt + output, maxOnUs).Set(GateTable.RestUsAt + output, restUs);

    public TableBuilder Lease(int output, long leaseUs) => Set(GateTable.LeaseUsAt + output, leaseUs);

    /// <summary>Makes a condition trip.</summary>
    public TableBuilder Trip(int condition, TripCode code)
    {
        int at = GateTable.TripCodesAt + (condition / 8);
        int shift = condition % 8 * 8;
        return Set(at, (_words[at] & ~(0xFFL << shift)) | (long)code << shift).Add(GateTable.TripConditionsAt, condition);
    }

    /// <summary>Makes a condition trip the whole node.</summary>
    public TableBuilder NodeTrip(int condition, TripCode code) => Trip(condition, code).Add(GateTable.NodeTripsAt, condition);

    /// <summary>Makes the next two inputs, from 0 on, the channels of one; a discrepancy is the condition <paramref name="fault"/>, which trips.</summary>
    public TableBuilder Pair(long windowUs, int fault, bool offAtOne = false)
    {
        int pair = (int)_words[GateTable.PairCountAt]++;
        Set(GateTable.PairWindowUsAt + pair, windowUs).Set(GateTable.PairFaultAt + pair, 1L << fault);
        return (offAtOne ? Add(GateTable.PairsOffAtOneAt, 2 * pair) : this).Trip(fault, TripCode.ChannelDiscrepancy);
    }

    /// <summary>Gives the next output, from 0 on, a feedback contact; a wrong feedback is the condition <paramref name="fault"/>, which trips and holds the output.</summary>
    /// <param name="firstInput">The feedback contact of output 0.</param>
    public TableBuilder Feedback(int firstInput, long windowUs, int fault)
    {
        int output = (int)_words[GateTable.FeedbackCountAt]++;
        Set(GateTable.FeedbackInputAt, firstInput);
        Set(GateTable.FeedbackWindowUsAt + output, windowUs).Set(GateTable.FeedbackFaultAt + output, 1L << fault);
        return MustBeZero(output, fault).Trip(fault, TripCode.FeedbackFault);
    }

    private TableBuilder Set(int at, long value)
    {
        _words[at] = value;
        return this;
    }

    private TableBuilder Add(int at, params int[] bits)
    {
        foreach (int bit in bits)
        {
            _words[at] |= 1L << bit;
        }

        return this;
    }
}
