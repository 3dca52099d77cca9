namespace BarrierNode.Hub;

/// <summary>Counts problems and keeps the latest of them. Any thread may use it.</summary>
internal sealed class ProblemLog(TimeProvider time)
{
    /// <summary>Problems kept.</summary>
    public const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly Queue<HubProblem> _latest = new();
    private long _count;

    /// <summary>Problems since the start.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>The latest problems, oldest first.</summary>
    public IReadOnlyList<HubProblem> Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest.ToArray();
            }
        }
    }

    public void Note(string text)
    {
        lock (_gate)
        {
            _count++;
            _latest.Enqueue(new HubProblem(time.GetUtcNow(), text));
            if (_latest.Count > Kept)
            {
                _latest.Dequeue();
            }
        }
    }
}
