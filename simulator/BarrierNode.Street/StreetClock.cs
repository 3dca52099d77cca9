namespace BarrierNode.Street;

/// <summary>
/// The one clock of a street, free-running: it advances only when told to, in steps of 1 ms, and calls listeners at exact periods of
/// virtual time. Not thread-safe: the owner locks. Nobody else may step the model.
/// </summary>
/// <param name="model">The street that it drives.</param>
public sealed class StreetClock(StreetModel model)
{
    /// <summary>Longest step of the model, in microseconds.</summary>
    public const int StepUs = 1000;

    // Replaced, never changed, so that a listener may add and remove listeners.
    private Tick[] _ticks = [];
    private bool _advancing;

    /// <summary>The street that it drives.</summary>
    public StreetModel Model => model;

    /// <summary>Virtual time in microseconds.</summary>
    public long NowUs => model.NowUs;

    /// <summary>Calls a listener at a fixed period, first one period from now. At the same moment, the first registered is first.</summary>
    /// <param name="periodUs">Period in microseconds of virtual time, at least 1.</param>
    /// <param name="listener">What to call; it gets the virtual time in microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive.</exception>
    public void Every(long periodUs, Action<long> listener)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodUs, 1);
        ArgumentNullException.ThrowIfNull(listener);
        _ticks = [.. _ticks, new Tick(listener, periodUs, NowUs + periodUs)];
    }

    /// <summary>Calls a listener no more, from the next moment on.</summary>
    public void Remove(Action<long> listener) => _ticks = Array.FindAll(_ticks, tick => tick.Listener != listener);

    /// <summary>Lets time pass; allocates nothing itself.</summary>
    /// <param name="us">How long, in microseconds; 0 does nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="InvalidOperationException">A listener called it.</exception>
    public void Advance(long us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(us);
        if (_advancing)
        {
            throw new InvalidOperationException("A tick listener must not advance the clock that calls it.");
        }

        _advancing = true;
        try
        {
            AdvanceTo(NowUs + us);
        }
        finally
        {
            _advancing = false;
        }
    }

    private void AdvanceTo(long endUs)
    {
        while (NowUs < endUs)
        {
            Tick[] ticks = _ticks;
            long untilUs = endUs;
            foreach (Tick tick in ticks)
            {
                untilUs = Math.Min(untilUs, tick.DueUs);
            }

            while (NowUs < untilUs)
            {
                model.Step((int)Math.Min(StepUs, untilUs - NowUs));
            }

            foreach (Tick tick in ticks)
            {
                if (tick.DueUs == untilUs)
                {
                    tick.DueUs += tick.PeriodUs;
                    tick.Listener(untilUs);
                }
            }
        }
    }

    private sealed class Tick(Action<long> listener, long periodUs, long dueUs)
    {
        public Action<long> Listener => listener;

        public long PeriodUs => periodUs;

        public long DueUs { get; set; } = dueUs;
    }
}
