namespace BarrierNode.Hub;

/// <summary>
/// Stores on its own thread, as much as waits in one transaction, so that the link's thread never waits for the disk: a broker drops what
/// a slow reader does not fetch. What cannot be stored is kept and tried again every second; nothing is confirmed before it is stored.
/// </summary>
internal sealed class StoreWorker : IDisposable
{
    /// <summary>Items that wait at most. Beyond them new ones are dropped; a node keeps its events until they are confirmed.</summary>
    public const int Capacity = 20_000;

    private const int BatchSize = 500;
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(1);

    private readonly Func<IReadOnlyList<StoreItem>, Action> _store;
    private readonly ProblemLog _problems;
    private readonly object _gate = new();
    private readonly List<StoreItem> _waiting = [];
    private Thread? _thread;
    private bool _stopping;
    private bool _busy;
    private bool _dropping;
    private bool _failing;

    /// <summary>Makes the worker.</summary>
    /// <param name="store">Stores a batch, all or nothing, and returns what is to be done once it is stored.</param>
    /// <param name="problems">Where a failure is noted.</param>
    public StoreWorker(Func<IReadOnlyList<StoreItem>, Action> store, ProblemLog problems)
    {
        _store = store;
        _problems = problems;
    }

    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "hub store" };
        _thread.Start();
    }

    /// <summary>Hands something over; returns at once.</summary>
    public void Add(StoreItem item)
    {
        bool firstDrop;
        lock (_gate)
        {
            if (_waiting.Count < Capacity)
            {
                _dropping = false;
                _waiting.Add(item);
                Monitor.PulseAll(_gate);
                return;
            }

            firstDrop = !_dropping;
            _dropping = true;
        }

        if (firstDrop)
        {
            _problems.Note($"{Capacity} messages wait for the database: further ones are dropped until it works again.");
        }
    }

    /// <summary>Waits until nothing waits.</summary>
    /// <returns>False when something still waits after the limit.</returns>
    public bool Settle(TimeSpan limit)
    {
        long end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        lock (_gate)
        {
            while (_waiting.Count > 0 || _busy)
            {
                long left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, (int)left))
                {
                    return _waiting.Count == 0 && !_busy;
                }
            }

            return true;
        }
    }

    /// <summary>Stores what still waits, once, and ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }

        _thread?.Join();
    }

    private void Run()
    {
        while (true)
        {
            StoreItem[] batch;
            lock (_gate)
            {
                while (_waiting.Count == 0 && !_stopping)
                {
                    Monitor.Wait(_gate);
                }

                if (_waiting.Count == 0)
                {
                    return;
                }

                batch = [.. _waiting.Take(BatchSize)];
                _busy = true;
            }

            bool stored = TryStore(batch);
            lock (_gate)
            {
                _busy = false;
                if (stored)
                {
                    _waiting.RemoveRange(0, batch.Length);
                }
                else if (_stopping)
                {
                    return;
                }
                else
                {
                    WaitForRetry();
                }

                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryStore(StoreItem[] batch)
    {
        Action then;
        try
        {
            then = _store(batch);
        }
        catch (HubStoreException problem)
        {
            return Failed(problem.Message);
        }
        catch (Exception problem)
        {
            // A mistake in this program. Commands must still go out, so it does not end the hub; nothing is confirmed.
            return Failed($"The hub cannot store what arrived ({problem.GetType().Name}: {problem.Message}): report this.");
        }

        _failing = false;
        then();
        return true;
    }

    private bool Failed(string why)
    {
        if (!_failing)
        {
            _problems.Note($"{why} Events are not confirmed until it works again.");
        }

        _failing = true;
        return false;
    }

    // New items pulse the gate too; they must not shorten the wait.
    private void WaitForRetry()
    {
        long end = Environment.TickCount64 + (long)s_retryAfter.TotalMilliseconds;
        while (!_stopping && Environment.TickCount64 < end)
        {
            Monitor.Wait(_gate, (int)Math.Max(1, end - Environment.TickCount64));
        }
    }
}
