using System.Collections.Concurrent;
using System.Diagnostics;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>
/// The thread that a window's city lives on: it lets time pass at the pace, does what is asked between two slices, and makes the pictures. Nobody
/// else touches the city, so nothing is locked.
/// </summary>
public sealed class CityThread : IDisposable
{
    // A picture every 20 ms of wall time, the slower facts every 200 ms.
    private static readonly TimeSpan s_frameEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_viewEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(2);

    private readonly BlockingCollection<Action> _asked = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private SimSession _session;
    private volatile string _frame;
    private volatile SimView _view;

    /// <summary>Starts the thread.</summary>
    /// <param name="session">What it runs first.</param>
    /// <param name="pace">The clock.</param>
    public CityThread(SimSession session, CityPace pace)
    {
        _session = session;
        Pace = pace;
        _frame = Picture();
        _view = SimView.Of(session);
        _thread = new Thread(Run) { IsBackground = true, Name = "city" };
        _thread.Start();
    }

    /// <summary>Something went wrong in the city; it stands since then. Raised on the city's thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>The latest picture: what moves, as one line of JSON.</summary>
    public string Frame => _frame;

    /// <summary>The latest facts.</summary>
    public SimView View => _view;

    private CityPace Pace { get; }

    /// <summary>Does something between two slices of time.</summary>
    /// <param name="work">What to do.</param>
    /// <returns>What it gave; its exception when it threw one.</returns>
    /// <typeparam name="T">What it gives.</typeparam>
    public Task<T> Ask<T>(Func<SimSession, CityPace, T> work)
    {
        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Add(() =>
        {
            try
            {
                answer.SetResult(work(_session, Pace));
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        });
        return answer.Task;
    }

    /// <summary>Puts another session in the place of this one, between two slices of time.</summary>
    /// <param name="session">The new session; nobody else may use it any more.</param>
    public Task Replace(SimSession session) => Ask((_, pace) =>
    {
        _session = session;
        pace.Drop();
        Publish();
        return 0;
    });

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _asked.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        long lastStamp = Stopwatch.GetTimestamp();
        long frameStamp = lastStamp;
        long viewStamp = lastStamp;
        while (!_stop.IsCancellationRequested)
        {
            bool asked = DoAsked();
            long now = Stopwatch.GetTimestamp();
            Pace.Pass(Stopwatch.GetElapsedTime(lastStamp, now));
            lastStamp = now;
            bool ran = RunSlice();
            if (Stopwatch.GetElapsedTime(frameStamp) >= s_frameEvery)
            {
                frameStamp = Stopwatch.GetTimestamp();
                _frame = Picture();
            }

            if (asked || Stopwatch.GetElapsedTime(viewStamp) >= s_viewEvery)
            {
                viewStamp = Stopwatch.GetTimestamp();
                _view = SimView.Of(_session);
            }

            if (!ran)
            {
                Wait();
            }
        }
    }

    private void Wait()
    {
        try
        {
            if (_asked.TryTake(out Action? work, s_idle.Milliseconds, _stop.Token))
            {
                work();
                Publish();
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private bool DoAsked()
    {
        bool any = false;
        while (_asked.TryTake(out Action? work))
        {
            work();
            any = true;
        }

        return any;
    }

    private bool RunSlice()
    {
        if (_session.Stands)
        {
            Pace.Drop();
            return false;
        }

        long us = Pace.Take();
        if (us == 0)
        {
            return false;
        }

        try
        {
            _session.Advance(us);
        }
        catch (Exception e) when (Faulted is not null)
        {
            Pace.Paused = true;
            Faulted(e);
        }

        return true;
    }

    private void Publish()
    {
        _frame = Picture();
        _view = SimView.Of(_session);
    }

    private string Picture() => SimFrame.Of(_session, Pace);
}
