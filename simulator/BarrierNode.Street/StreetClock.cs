namespace BarrierNode.Street;

/// <summary>
/// The one clock of a street, free-running: it advances only when told to, in steps of 1 ms or, while the street is quiet, in one go, and calls
/// listeners at exact periods of virtual time. Not thread-safe: the owner locks. Nobody else may step the model.
/// </summary>
/// <param name="model">The street that it drives.</param>
public sealed class StreetClock(StreetModel model)
{
    /// <summary>Longest step of the model while anything goes on in it, in microseconds.</summary>
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
            long nextUs = endUs;
            foreach (Tick tick in ticks)
            {
                nextUs = Math.Min(nextUs, tick.DueUs);
            }

            nextUs = Pass(nextUs);
            foreach (Tick tick in ticks)
            {
                if (tick.DueUs == nextUs)
                {
                    tick.DueUs += tick.PeriodUs;
                    tick.Listener(nextUs);
                }
            }
        }
    }

    // A quiet street needs no steps: it is then as it would be after them.
    private long Pass(long untilUs)
    {
        long quietUs = Math.Min(untilUs, model.QuietUntilUs) - NowUs;
        if (quietUs > 0)
        {
            model.Rest(quietUs);
        }
        else
        {
            model.Step((int)Math.Min(StepUs, untilUs - NowUs));
        }

        return NowUs;
    }

    private sealed class Tick(Action<long> listener, long periodUs, long dueUs)
    {
        public Action<long> Listener => listener;

        public long PeriodUs => periodUs;

        public long DueUs { get; set; } = dueUs;
    }
}
