namespace BarrierNode.Street.Tests;

/// <summary>Wall time that goes only when a test says so.</summary>
internal sealed class FakeWall : TimeProvider
{
    private long _ticks = 1_000_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Called on the asking thread whenever somebody asks for the time.</summary>
    public Action? Asked { get; set; }

    public override long GetTimestamp()
    {
        Asked?.Invoke();
        return Interlocked.Read(ref _ticks);
    }

    public void Advance(double ms) => Interlocked.Add(ref _ticks, (long)(ms * TimeSpan.TicksPerMillisecond));
}
