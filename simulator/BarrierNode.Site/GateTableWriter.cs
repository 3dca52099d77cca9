using BarrierNode.Interlock;

namespace BarrierNode.Site;

/// <summary>
/// Writes the words of a gate table: milliseconds and condition numbers in, words out. What follows from other words (the masks of instant
/// inputs, the counts, the check word) is filled in here, so that it cannot be forgotten.
/// </summary>
/// <remarks>
/// docs/interlock.md tells every word. Nothing is checked here: <see cref="GateTableCheck"/> does that on the finished table.
/// </remarks>
public sealed class GateTableWriter
{
    private readonly long[] _words = new long[GateTable.WordCount];

    /// <summary>Begins a table whose outputs require and exclude nothing and have no limit.</summary>
    /// <param name="inputCount">Number of inputs, 0 to <see cref="GateTable.MaxInputs"/>.</param>
    /// <param name="outputCount">Number of outputs, 1 to <see cref="GateTable.MaxOutputs"/>.</param>
    public GateTableWriter(int inputCount, int outputCount)
    {
        _words[GateTable.HeaderAt] = GateTable.Header;
        _words[GateTable.InputCountAt] = inputCount;
        _words[GateTable.OutputCountAt] = outputCount;
        for (int i = 0; i < inputCount; i++)
        {
            Input(i, inverted: false, startOn: false, onDelayMs: 0, offDelayMs: 0);
        }

        for (int o = 0; o < outputCount; o++)
        {
            _words[GateTable.MaxOnUsAt + o] = GateTable.Never;
            _words[GateTable.LeaseUsAt + o] = GateTable.Never;
        }
    }

    /// <summary>G5: when a scan is late, and what re-arms.</summary>
    /// <param name="lateLimitMs">A gap over this is late, 50 to 200 ms.</param>
    /// <param name="rearmGapMs">Two scans in a row within this gap re-arm, 20 to <paramref name="lateLimitMs"/> ms.</param>
    public void Timing(int lateLimitMs, int rearmGapMs)
    {
        _words[GateTable.LateLimitUsAt] = Us(lateLimitMs);
        _words[GateTable.RearmGapUsAt] = Us(rearmGapMs);
    }

    /// <summary>How an input becomes a condition.</summary>
    /// <param name="input">Number of the input.</param>
    /// <param name="inverted">Its condition is 1 while the pin is low.</param>
    /// <param name="startOn">It counts as 1 until it has proven 0.</param>
    /// <param name="onDelayMs">How long it must be 1 before it counts, in ms.</param>
    /// <param name="offDelayMs">How long it must be 0 before it counts, in ms.</param>
    public void Input(int input, bool inverted, bool startOn, int onDelayMs, int offDelayMs)
    {
        SetBit(GateTable.InvertedInputsAt, input, inverted);
        SetBit(GateTable.StartOnInputsAt, input, startOn);
        SetBit(GateTable.InstantOnInputsAt, input, onDelayMs == 0);
        SetBit(GateTable.InstantOffInputsAt, input, offDelayMs == 0);
        _words[GateTable.OnDelayUsAt + input] = Us(onDelayMs);
        _words[GateTable.OffDelayUsAt + input] = Us(offDelayMs);
    }

    /// <summary>G7: the next two inputs from 0 on that are not a pair yet are the two channels of one.</summary>
    /// <param name="offAtOne">The channels are off when their conditions are 1.</param>
    /// <param name="windowMs">How long they may disagree, from 10 ms.</param>
    /// <param name="fault">Number of the condition that a discrepancy sets; it must be a trip.</param>
    public void Pair(bool offAtOne, int windowMs, int fault)
    {
        int pair = (int)_words[GateTable.PairCountAt]++;
        SetBit(GateTable.PairsOffAtOneAt, 2 * pair, offAtOne);
        _words[GateTable.PairWindowUsAt + pair] = Us(windowMs);
        _words[GateTable.PairFaultAt + pair] = 1L << fault;
    }

    /// <summary>G6: the next output from 0 on that has no feedback contact yet gets one.</summary>
    /// <param name="input">Number of the input; that of output 0 is followed by those of the next outputs.</param>
    /// <param name="windowMs">How long it may disagree with the output, from 10 ms.</param>
    /// <param name="fault">Number of the condition that a wrong feedback sets; it must be a trip.</param>
    public void Feedback(int input, int windowMs, int fault)
    {
        int output = (int)_words[GateTable.FeedbackCountAt]++;
        _words[GateTable.FeedbackInputAt] = input - output;
        _words[GateTable.FeedbackWindowUsAt + output] = Us(windowMs);
        _words[GateTable.FeedbackFaultAt + output] = 1L << fault;
        Refuse(output, 1L << fault);
    }

    /// <summary>A condition that latches.</summary>
    /// <param name="condition">Number of the condition.</param>
    /// <param name="code">What the trip is called.</param>
    /// <param name="node">It concerns the whole node: the permission pulse ends.</param>
    /// <param name="outputs">Mask of the outputs that it holds off.</param>
    public void Trip(int condition, TripCode code, bool node, int outputs)
    {
        SetBit(GateTable.TripConditionsAt, condition, true);
        SetBit(GateTable.NodeTripsAt, condition, node);
        int shift = (condition & 7) << 3;
        long others = _words[GateTable.TripCodesAt + (condition >> 3)] & ~(0xFFL << shift);
        _words[GateTable.TripCodesAt + (condition >> 3)] = others | ((long)code << shift);
        for (int o = 0; o < GateTable.MaxOutputs; o++)
        {
            if ((outputs & (1 << o)) != 0)
            {
                Refuse(o, 1L << condition);
            }
        }
    }

    /// <summary>G1: conditions that must be 1, besides those already named.</summary>
    /// <param name="output">Number of the output.</param>
    /// <param name="conditions">Mask of conditions.</param>
    public void Require(int output, long conditions) => _words[GateTable.MustBeOneAt + output] |= conditions;

    /// <summary>G1: conditions that must be 0, besides those already named.</summary>
    /// <param name="output">Number of the output.</param>
    /// <param name="conditions">Mask of conditions.</param>
    public void Refuse(int output, long conditions) => _words[GateTable.MustBeZeroAt + output] |= conditions;

    /// <summary>G2: two outputs that are never on together.</summary>
    /// <param name="one">Number of the one.</param>
    /// <param name="other">Number of the other.</param>
    /// <param name="deadTimeMs">Time off of either before the other may go on, in ms.</param>
    public void Exclude(int one, int other, int deadTimeMs)
    {
        _words[GateTable.ExcludesAt + one] |= 1L << other;
        _words[GateTable.ExcludesAt + other] |= 1L << one;
        _words[GateTable.DeadTimeUsAt + one] = Us(deadTimeMs);
        _words[GateTable.DeadTimeUsAt + other] = Us(deadTimeMs);
    }

    /// <summary>G3, G4, G5: an output that moves steel.</summary>
    /// <param name="output">Number of the output.</param>
    /// <param name="maxOnMs">Longest time on, from 1 ms.</param>
    /// <param name="restMs">Time off that counts as rest, from 1 ms.</param>
    /// <param name="leaseMs">A request not renewed for this long is off, from 1 ms.</param>
    public void Motion(int output, int maxOnMs, int restMs, int leaseMs)
    {
        SetBit(GateTable.MotionOutputsAt, output, true);
        _words[GateTable.MaxOnUsAt + output] = Us(maxOnMs);
        _words[GateTable.RestUsAt + output] = Us(restMs);
        _words[GateTable.LeaseUsAt + output] = Us(leaseMs);
    }

    /// <summary>G4: an output that is off when nobody asks for it any more, and is no motion: a late scan leaves it on.</summary>
    /// <param name="output">Number of the output.</param>
    /// <param name="leaseMs">A request not renewed for this long is off, from 1 ms.</param>
    public void Lease(int output, int leaseMs) => _words[GateTable.LeaseUsAt + output] = Us(leaseMs);

    /// <summary>The table of the words as they are now, with its check word.</summary>
    public GateTable Table()
    {
        long[] words = [.. _words];
        words[GateTable.CheckWordAt] = CheckWord.Of(words);
        return new GateTable(words);
    }

    private static long Us(int timeMs) => 1000L * timeMs;

    private void SetBit(int word, int bit, bool value) =>
        _words[word] = value ? _words[word] | (1L << bit) : _words[word] & ~(1L << bit);
}
