using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The level of a while ago, every short pulse of it.</summary>
/// <param name="us">How long ago, in microseconds.</param>
internal sealed class DelayedSignal(long us) : ISignalFault
{
    private readonly Queue<long> _changesUs = [];
    private bool? _level;
    private bool _last;

    public bool Step(bool level, long nowUs)
    {
        if (_level is null)
        {
            _level = level;
            _last = level;
        }
        else if (level != _last)
        {
            _last = level;
            _changesUs.Enqueue(nowUs + us);
        }

        while (_changesUs.TryPeek(out long dueUs) && dueUs <= nowUs)
        {
            _changesUs.Dequeue();
            _level = !_level;
        }

        return _level.Value;
    }
}
