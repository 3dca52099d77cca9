using BarrierNode.Interlock.Tests.Tables;

namespace BarrierNode.Interlock.Tests.Comparison;

/// <summary>
/// Random scans of a plant that mostly behaves: contacts follow their outputs, both channels of a pair agree, conditions are what the outputs
/// require, so that outputs really go on; and now and then anything at all.
/// </summary>
internal sealed class RandomScans
{
    private const long PeriodUs = 20_000;

    private readonly Random _random;
    private readonly long[] _words;
    private readonly long[] _edgesUs;
    private readonly int _goodInputs;
    private readonly long _goodDerived;
    private int _wrongInputs;
    private long _wrongDerived;
    private int _requests;
    private Half _lost;

    public RandomScans(long[] words, Random random)
    {
        _random = random;
        _words = words;
        _edgesUs = [.. words.Take(GateTable.FeedbackFaultAt).Where((w, at) => IsTime(at) && w is > 0 and <= 10_000_000).Append(words[GateTable.LateLimitUsAt]).Distinct()];
        long mustBeOne = 0;
        for (int o = 0; o < RandomTable.Outputs; o++)
        {
            mustBeOne |= words[GateTable.MustBeOneAt + o];
        }

        _goodInputs = (int)mustBeOne;
        _goodDerived = mustBeOne & GateTable.DerivedConditions;
    }

    private enum Half
    {
        None,
        First,
        Second,
    }

    /// <summary>The next scan; lost halves come several in a row.</summary>
    public Step Next(Gate gate)
    {
        if (_random.Next(20) == 0)
        {
            _requests = _random.Next(4) == 0 ? 0 : Sensible(_random.Next(1 << RandomTable.Outputs));
        }

        _wrongInputs = Changed(_wrongInputs, 32);
        _wrongDerived = ((long)Changed((int)(_wrongDerived >> 32), 32) << 32) & GateTable.DerivedConditions;
        int contacts = WithPairs(WithFeedbacks(_goodInputs ^ _wrongInputs, gate));
        if (_random.Next(_lost == Half.None ? 400 : 3) == 0)
        {
            _lost = (Half)_random.Next(3);
        }

        return new Step(
            GapUs(),
            contacts ^ (int)_words[GateTable.InvertedInputsAt],
            Derived(),
            _random.Next(50) == 0 ? _random.Next() : _requests,
            _random.Next(4) == 0 ? _random.Next() : _requests,
            _random.Next(30) == 0 ? (_random.Next(2) == 0 ? -1 : _random.NextInt64()) : 0,
            _random.Next(2) == 0,
            FirstHalf: _lost != Half.First,
            SecondHalf: _lost != Half.Second);
    }

    // That the sequences find the table damaged is rare: it stops everything until a reset.
    private long Derived()
    {
        long derived = _random.Next(100) == 0 ? _random.NextInt64() : _goodDerived ^ _wrongDerived;
        return _random.Next(2000) == 0 ? derived : derived & ~(1L << GateTable.TableFault);
    }

    private static bool IsTime(int at) =>
        at is >= GateTable.OnDelayUsAt and < GateTable.PairFaultAt or >= GateTable.DeadTimeUsAt or GateTable.RearmGapUsAt;

    // A bit goes wrong seldom, and right again soon.
    private int Changed(int wrong, int bits)
    {
        if (_random.Next(8) == 0)
        {
            wrong &= _random.Next() & _random.Next();
        }

        return _random.Next(12) == 0 ? wrong | 1 << _random.Next(bits) : wrong;
    }

    private int Sensible(int requests)
    {
        for (int o = 0; o < RandomTable.Outputs; o++)
        {
            bool contradicts = (requests >> o & 1) != 0 && (_words[GateTable.ExcludesAt + o] & requests) != 0;
            requests = contradicts && _random.Next(20) != 0 ? requests & ~(1 << o) : requests;
        }

        return requests;
    }

    private int WithFeedbacks(int contacts, Gate gate)
    {
        int count = (int)_words[GateTable.FeedbackCountAt];
        int first = (int)_words[GateTable.FeedbackInputAt];
        int feedbacks = (int)(((1L << count) - 1) << first);
        return (contacts & ~feedbacks) | (((gate.Permitted << first) ^ SometimesWrong()) & feedbacks);
    }

    // The second channel of a pair is what the first one is.
    private int WithPairs(int contacts)
    {
        int firsts = 0x55555555 & ((1 << (2 * (int)_words[GateTable.PairCountAt])) - 1);
        int seconds = firsts << 1;
        return (contacts & ~seconds) | ((((contacts & firsts) << 1) ^ SometimesWrong()) & seconds);
    }

    private int SometimesWrong() => _random.Next(3) == 0 ? _wrongInputs : 0;

    private long GapUs() => _random.Next(200) switch
    {
        0 => 1,
        1 => 0,
        2 => -_random.NextInt64(1, 1_000_000),
        3 => _random.NextInt64(1, 10_000_001),
        4 => _random.Next(2) == 0 ? long.MinValue : long.MaxValue,
        < 12 => _edgesUs[_random.Next(_edgesUs.Length)] + _random.Next(-1, 2),
        < 40 => _random.NextInt64(1, 60_000),
        _ => PeriodUs,
    };
}
