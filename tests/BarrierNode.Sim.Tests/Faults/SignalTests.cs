using BarrierNode.Street;

namespace BarrierNode.Sim.Tests;

/// <summary>What broken parts make of a signal, step by step of 1 ms.</summary>
[TestClass]
public sealed class SignalTests
{
    private const int Seed = 11;

    // Off, then on for 30 ms from 100, for 300 ms from 200.
    private static readonly (int From, int To)[] s_pulses = [(100, 130), (200, 500)];

    [TestMethod]
    public void Frozen_StaysAsItWasAtFirst()
    {
        Assert.IsEmpty(Play(new FrozenSignal()));
        FrozenSignal on = new();
        Assert.IsTrue(on.Step(true, 0));
        Assert.IsTrue(on.Step(false, 1000));
    }

    [TestMethod]
    public void Sticking_StaysOnFromTheNextTimeThatItIs() => Assert.AreSequenceEqual([(100, 1000)], Play(new StickingSignal()));

    [TestMethod]
    public void Inverted_IsTheOpposite() => Assert.AreSequenceEqual([(0, 100), (130, 200), (500, 1000)], Play(new InvertedSignal()));

    [TestMethod]
    public void Slow_LosesWhatIsShorterAndComesLate() => Assert.AreSequenceEqual([(250, 550)], Play(new SlowSignal(51_000)));

    [TestMethod]
    public void Delayed_KeepsEveryPulseAndComesLate() => Assert.AreSequenceEqual([(151, 181), (251, 551)], Play(new DelayedSignal(51_000)));

    [TestMethod]
    public void Garbage_KeepsEachDrawForItsTimeWhateverTheSignalIs()
    {
        (int From, int To)[] played = Play(new GarbageSignal(50_000, new Random(Seed)));
        Assert.IsInRange(3, 10, played.Length, $"seed {Seed}");
        Assert.IsTrue(played.All(p => p.From % 50 == 0 && p.To % 50 == 0), $"seed {Seed}");
    }

    [TestMethod]
    public void Intermittent_IsOffAtFirstAndNeverOnWhenTheSignalIsOff()
    {
        IntermittentSignal signal = new(new Blink(50, new Random(Seed)));
        Assert.IsFalse(signal.Step(true, 5));
        Assert.IsTrue(Play(signal).All(p => s_pulses.Any(s => s.From <= p.From && p.To <= s.To)), $"seed {Seed}");
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(30.0)]
    [DataRow(95.0)]
    public void Blink_OverALongTime_FailsForItsPart(double percent)
    {
        Blink blink = new(percent, new Random(Seed));
        int failed = 0;
        int times = 0;
        bool last = false;
        const int Ms = 3_600_000;
        for (int i = 0; i < Ms; i++)
        {
            bool fails = blink.Fails(i * 1000L);
            failed += fails ? 1 : 0;
            times += fails && !last ? 1 : 0;
            last = fails;
        }

        Assert.IsInRange(percent * 0.95, percent * 1.05, 100.0 * failed / Ms, $"seed {Seed}");
        Assert.IsInRange(3400, 3800, times, $"seed {Seed}: about once a second");
    }

    [TestMethod]
    public void DelayedFrequency_IsThatOfSoLongAgo()
    {
        DelayedFrequency delayed = new(10_000);
        double[] heard = [.. Enumerable.Range(0, 30).Select(i => delayed.Step(50_000 + i, 1000))];
        Assert.AreEqual(50_000, heard[10]);
        Assert.AreEqual(50_019, heard[29]);
    }

    [TestMethod]
    public void SlowFrequency_ComesNearerByTwoThirdsInItsTime()
    {
        SlowFrequency slow = new(100_000);
        slow.Step(50_000, 1000);
        double heard = 0;
        for (int i = 0; i < 100; i++)
        {
            heard = slow.Step(60_000, 1000);
        }

        Assert.IsInRange(56_000, 56_500, heard);
    }

    // The times in ms in which the broken signal is on, within a second.
    private static (int From, int To)[] Play(ISignalFault fault)
    {
        const int End = 1000;
        List<(int, int)> on = [];
        int? since = null;
        for (int i = 0; i <= End; i++)
        {
            bool level = fault.Step(s_pulses.Any(p => p.From <= i && i < p.To), i * 1000L) && i < End;
            if (level && since is null)
            {
                since = i;
            }
            else if (!level && since is { } from)
            {
                on.Add((from, i));
                since = null;
            }
        }

        return [.. on];
    }
}
