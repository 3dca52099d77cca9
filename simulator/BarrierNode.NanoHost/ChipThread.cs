namespace BarrierNode.NanoHost;

/// <summary>A thread of a chip. It ends with the chip's power; an exception ends only the thread and is reported.</summary>
internal sealed class ChipThread
{
    private readonly ChipRun _run;
    private readonly ThreadStart _start;
    private readonly Thread _thread;

    internal ChipThread(ChipRun run, string name, ThreadStart start, ThreadPriority priority)
    {
        _run = run;
        _start = start;
        Name = name;
        _thread = new Thread(Run) { Name = $"{run.Chip.Name} {name}", IsBackground = true, Priority = priority };
    }

    internal string Name { get; }

    internal bool IsAlive => _thread.IsAlive;

    internal bool IsCurrent => Thread.CurrentThread == _thread;

    internal ThreadPriority Priority
    {
        set => _thread.Priority = value;
    }

    internal void Start() => _thread.Start();

    internal bool Join(TimeSpan timeout) => _thread.Join(timeout);

    private void Run()
    {
        _run.Enter();
        try
        {
            _start();
        }
        catch (ChipHaltedException)
        {
            // The power is gone: that is how a thread ends.
        }
        catch (Exception exception)
        {
            _run.Chip.RaiseFaulted(exception);
        }
        finally
        {
            _run.Leave();
        }
    }
}
