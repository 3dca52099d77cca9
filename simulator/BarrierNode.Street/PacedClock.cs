namespace BarrierNode.Street;

/// <summary>
/// Runs a street's clock against wall time on a thread of its own. After a short stall it catches up; after a long one the street has
/// stood still meanwhile, so that a slow machine makes a slow street and never an endless chase.
/// </summary>
public sealed class PacedClock : IDisposable
{
    /// <summary>A stall longer than this, in milliseconds of wall time, is dropped.</summary>
    public const int MaxBehindMs = 250;

    /// <summary>Slowest rate: one step of the street must stay well below a stall.</summary>
    public const double MinRate = 0.01;

    /// <summary>Fastest rate.</summary>
    public const double MaxRate = 10_000;

    // The longest time that the street runs without letting others have the lock.
    private const long SliceUs = 20_000;
    private const int IdleMs = 1;

    private readonly StreetClock _clock;
    private readonly TimeProvider _wall;
    private readonly ManualResetEvent _stop = new(false);
    private Thread? _thread;
    private long _droppedMs;

    /// <summary>Makes a clock that does not run yet.</summary>
    /// <param name="clock">The street's clock; from <see cref="Start"/> to <see cref="Stop"/> use it under <see cref="Sync"/> only.</param>
    /// <param name="rate">
    /// Seconds of the street in a second of wall time, <see cref="MinRate"/> to <see cref="MaxRate"/>; 1 is real time.
    /// </param>
    /// <param name="wall">Wall time; the system's when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public PacedClock(StreetClock clock, double rate = 1, TimeProvider? wall = null)
    {
        if (!(rate >= MinRate && rate <= MaxRate))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, $"The rate is {MinRate} to {MaxRate}.");
        }

        _clock = clock;
        Rate = rate;
        _wall = wall ?? TimeProvider.System;
    }

    /// <summary>Gets a tick listener's exception, after which the street stands still; with no handler it ends the process.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>Hold it around every use of the street and its clock while this clock runs.</summary>
    public Lock Sync { get; } = new();

    /// <summary>Seconds of the street in a second of wall time.</summary>
    public double Rate { get; }

    /// <summary>Wall time in milliseconds that the street did not follow because it had fallen behind too far.</summary>
    public long DroppedMs => Interlocked.Read(ref _droppedMs);

    /// <summary>Starts to run from here on; wall time before does not count.</summary>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public void Start()
    {
        if (_thread is not null)
        {
            throw new InvalidOperationException("The street's clock runs already.");
        }

        _stop.Reset();
        long startStamp = _wall.GetTimestamp();
        _thread = new Thread(() => RunGuarded(startStamp)) { IsBackground = true, Name = "street clock" };
        _thread.Start();
    }

    /// <summary>Stops; when it returns the thread has ended. It can be started again. Stopping twice is harmless.</summary>
    /// <exception cref="InvalidOperationException">
    /// The caller holds <see cref="Sync"/>, or is a tick listener: the thread could never end.
    /// </exception>
    public void Stop()
    {
        if (Sync.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("Release Sync before stopping the street's clock; its thread may be waiting for it.");
        }

        _stop.Set();
        _thread?.Join();
        _thread = null;
    }

    /// <summary>Stops for good.</summary>
    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private void RunGuarded(long startStamp)
    {
        try
        {
            Run(startStamp);
        }
        catch (Exception e) when (Faulted is not null)
        {
            Faulted(e);
        }
    }

    private void Run(long startStamp)
    {
        long originStamp = startStamp;
        long originUs = StreetNowUs();
        int idleMs = 0;
        while (!_stop.WaitOne(idleMs))
        {
            double wallMs = _wall.GetElapsedTime(originStamp).TotalMilliseconds;
            long targetUs = originUs + (long)(wallMs * 1000 * Rate);
            long behindUs = targetUs - StreetNowUs();
            double behindMs = behindUs / (1000 * Rate);
            if (behindMs > MaxBehindMs)
            {
                Interlocked.Add(ref _droppedMs, (long)behindMs);
                originUs -= behindUs;
            }
            else
            {
                idleMs = RunSlice(behindUs) ? 0 : IdleMs;
            }
        }
    }

    /// <summary>Runs at most a slice, in whole steps; false when nothing was due.</summary>
    private bool RunSlice(long behindUs)
    {
        long sliceUs = Math.Min(behindUs, SliceUs) / StreetClock.StepUs * StreetClock.StepUs;
        if (sliceUs <= 0)
        {
            return false;
        }

        lock (Sync)
        {
            _clock.Advance(sliceUs);
        }

        return true;
    }

    private long StreetNowUs()
    {
        lock (Sync)
        {
            return _clock.NowUs;
        }
    }
}
