using System.Diagnostics;

namespace BarrierNode.NanoHost;

/// <summary>
/// The time of a chip that lives in a simulated street. Its owner drives it, and it waits for the firmware: time goes on only when every
/// thread that it woke sleeps again. So a machine that has no time for the simulator makes the street slow, never the firmware late.
/// </summary>
public sealed class DrivenChipClock : ChipClock
{
    // A thread that does not sleep again has hung or waits for something outside; the street must not hang with it.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly List<Sleeper> _sleepers = [];
    private readonly ThreadLocal<Sleeper> _own = new(() => new Sleeper());
    private long _nowUs;
    private long _setAt = Stopwatch.GetTimestamp();
    private long _stepUs;
    private int _awake;
    private int _round;

    // Between two steps the timer runs on with the wall, but never into the next step: how long a scan took can be measured.
    internal override long NowUs
    {
        get
        {
            lock (_gate)
            {
                long sinceUs = Stopwatch.GetElapsedTime(_setAt).Ticks / TimeSpan.TicksPerMicrosecond;
                return _nowUs + Math.Min(sinceUs, Math.Max(0, _stepUs - 1));
            }
        }
    }

    /// <summary>Moves the time on, and returns when every thread that was due has run and sleeps again.</summary>
    /// <param name="us">The time in microseconds; not before the last one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time would run backwards.</exception>
    public void AdvanceTo(long us)
    {
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(us, _nowUs);
            _stepUs = us - _nowUs;
            _nowUs = us;
            _setAt = Stopwatch.GetTimestamp();
            for (int i = _sleepers.Count - 1; i >= 0; i--)
            {
                if (_sleepers[i].DueUs <= us)
                {
                    Wake(_sleepers[i]);
                    _sleepers.RemoveAt(i);
                }
            }

            WaitForSleep();
        }
    }

    internal override void Sleep(int milliseconds, WaitHandle powerCut)
    {
        Sleeper own = _own.Value!;
        long dueUs = NowUs + (1000L * milliseconds);
        lock (_gate)
        {
            Settle(own);
            own.DueUs = dueUs;
            own.Due.Reset();
            _sleepers.Add(own);
        }

        own.Wait(powerCut);
        lock (_gate)
        {
            _sleepers.Remove(own);
        }
    }

    internal override void ThreadEnds()
    {
        lock (_gate)
        {
            Settle(_own.Value!);
        }
    }

    private void Wake(Sleeper sleeper)
    {
        sleeper.AwakeInRound = _round;
        _awake++;
        sleeper.Due.Set();
    }

    private void Settle(Sleeper sleeper)
    {
        if (sleeper.AwakeInRound == _round)
        {
            _awake--;
            Monitor.PulseAll(_gate);
        }

        sleeper.AwakeInRound = -1;
    }

    private void WaitForSleep()
    {
        long since = Stopwatch.GetTimestamp();
        while (_awake > 0)
        {
            TimeSpan left = s_patience - Stopwatch.GetElapsedTime(since);
            if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
            {
                // Whoever is awake still no longer counts.
                _round++;
                _awake = 0;
            }
        }
    }

    private sealed class Sleeper
    {
        private readonly WaitHandle[] _either = new WaitHandle[2];

        public ManualResetEvent Due { get; } = new(false);

        public long DueUs { get; set; }

        public int AwakeInRound { get; set; } = -1;

        public void Wait(WaitHandle powerCut)
        {
            _either[0] = Due;
            _either[1] = powerCut;
            WaitHandle.WaitAny(_either);
        }
    }
}
