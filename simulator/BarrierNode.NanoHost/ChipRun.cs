using System.Diagnostics;
using BarrierNode.Mqtt;
using nanoFramework.M2Mqtt;
using nanoFramework.Networking;

namespace BarrierNode.NanoHost;

/// <summary>
/// One power-up of a chip: everything that a loss of power takes away. A thread that outlives its power-up holds a dead one, and cannot
/// reach the next.
/// </summary>
internal sealed class ChipRun
{
    private static readonly AsyncLocal<ChipRun?> s_current = new();

    private readonly Lock _gate = new();
    private readonly List<ChipThread> _threads = [];
    private readonly List<MosquittoClient> _connections = [];
    private readonly ManualResetEvent _powerCut = new(false);
    private readonly ChipClock _clock;
    private readonly long _startedUs;
    private volatile bool _halted;

    internal ChipRun(VirtualChip chip, ChipClock clock)
    {
        Chip = chip;
        _clock = clock;
        _startedUs = clock.NowUs;
        Pins = new PinBank(this);
    }

    internal static ChipRun? Current => s_current.Value;

    internal VirtualChip Chip { get; }

    internal PinBank Pins { get; }

    internal MqttSettings MqttSettings { get; } = new();

    internal NetworkHelperStatus NetworkStatus { get; set; }

    internal bool Halted => _halted;

    internal WaitHandle PowerCut => _powerCut;

    internal ulong NowUs => (ulong)(_clock.NowUs - _startedUs);

    /// <summary>The power-up that the calling thread belongs to.</summary>
    /// <returns>The power-up, with power.</returns>
    /// <exception cref="ChipHaltedException">The power is gone.</exception>
    /// <exception cref="InvalidOperationException">The thread belongs to no chip.</exception>
    internal static ChipRun Require()
    {
        ChipRun run = s_current.Value
            ?? throw new InvalidOperationException("No chip runs this thread. Start the firmware with VirtualChip.Start.");
        run.ThrowIfHalted();
        return run;
    }

    internal void ThrowIfHalted()
    {
        if (_halted)
        {
            throw new ChipHaltedException(Chip.Name);
        }
    }

    internal void Sleep(int milliseconds)
    {
        ThrowIfHalted();
        if (milliseconds == 0)
        {
            Thread.Yield();
        }
        else
        {
            _clock.Sleep(milliseconds, _powerCut);
        }
        ThrowIfHalted();
    }

    internal ChipThread StartThread(string name, ThreadStart start, ThreadPriority priority)
    {
        ChipThread thread = new(this, name, start, priority);
        lock (_gate)
        {
            ThrowIfHalted();
            _threads.RemoveAll(static ended => !ended.IsAlive);
            _threads.Add(thread);
            thread.Start();
        }
        return thread;
    }

    /// <summary>Makes the calling thread one of this power-up's.</summary>
    internal void Enter() => s_current.Value = this;

    /// <summary>The calling thread ends.</summary>
    internal void Leave() => _clock.ThreadEnds();

    internal void Attach(MosquittoClient connection)
    {
        lock (_gate)
        {
            ThrowIfHalted();
            _connections.Add(connection);
        }
    }

    internal void Detach(MosquittoClient connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }

    internal void Halt()
    {
        MosquittoClient[] connections;
        lock (_gate)
        {
            _halted = true;
            connections = [.. _connections];
        }
        _powerCut.Set();
        foreach (MosquittoClient connection in connections)
        {
            connection.Abort();
        }
    }

    /// <summary>Waits until the threads have ended, except the calling one.</summary>
    /// <param name="timeout">Longest wait for all together.</param>
    /// <returns>Names of those that have not ended.</returns>
    internal IReadOnlyList<string> WaitForThreads(TimeSpan timeout)
    {
        ChipThread[] threads;
        lock (_gate)
        {
            threads = [.. _threads.Where(static thread => !thread.IsCurrent)];
        }
        long startedAt = Stopwatch.GetTimestamp();
        List<string> stuck = [];
        foreach (ChipThread thread in threads)
        {
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(startedAt);
            if (!thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero))
            {
                stuck.Add(thread.Name);
            }
        }
        return stuck;
    }
}
