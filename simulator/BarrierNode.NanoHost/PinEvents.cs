using System.Device.Gpio;

namespace BarrierNode.NanoHost;

/// <summary>
/// Pin changes on their way to the firmware's handlers: one thread for all, and a queue of 128 that drops the oldest, as on the chip.
/// </summary>
internal sealed class PinEvents(ChipRun run)
{
    private const int Capacity = 128;

    private readonly Lock _gate = new();
    private readonly Queue<(GpioPin Pin, PinEventTypes Change)> _queue = new();
    private readonly AutoResetEvent _some = new(false);
    private bool _started;

    /// <summary>Starts the thread; called when the firmware registers its first handler.</summary>
    internal void EnsureStarted()
    {
        lock (_gate)
        {
            if (_started)
            {
                return;
            }
            _started = true;
        }
        run.StartThread("pin events", Dispatch, ThreadPriority.Normal);
    }

    internal void Post(GpioPin pin, PinEventTypes change)
    {
        lock (_gate)
        {
            if (!_started)
            {
                return;
            }
            if (_queue.Count == Capacity)
            {
                _queue.Dequeue();
            }
            _queue.Enqueue((pin, change));
        }
        _some.Set();
    }

    private void Dispatch()
    {
        WaitHandle[] reasons = [run.PowerCut, _some];
        while (true)
        {
            WaitHandle.WaitAny(reasons);
            run.ThrowIfHalted();
            while (TryTake(out (GpioPin Pin, PinEventTypes Change) item))
            {
                item.Pin.RaiseValueChanged(item.Change);
            }
        }
    }

    private bool TryTake(out (GpioPin Pin, PinEventTypes Change) item)
    {
        lock (_gate)
        {
            return _queue.TryDequeue(out item);
        }
    }
}
