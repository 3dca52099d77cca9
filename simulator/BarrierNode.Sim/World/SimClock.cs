using BarrierNode.Street;

namespace BarrierNode.Sim;

/// <summary>The clock of a chip: microseconds since the city began, unless it is wrong.</summary>
public sealed class SimClock
{
    private const long Million = 1_000_000;

    private readonly StreetModel _street;
    private long _sinceUs;
    private long _readUs;
    private int _ppm;
    private bool _stopped;

    internal SimClock(StreetModel street) => _street = street;

    /// <summary>What it shows.</summary>
    public long NowUs => _readUs + (_stopped ? 0 : Scaled(_street.NowUs - _sinceUs));

    /// <summary>How much too fast it runs, in parts per million; negative when it is slow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than -900,000 or more than 9,000,000.</exception>
    public int Ppm
    {
        get => _ppm;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -900_000);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9_000_000);
            Rebase();
            _ppm = value;
        }
    }

    /// <summary>It stands.</summary>
    public bool Stopped
    {
        get => _stopped;
        set
        {
            Rebase();
            _stopped = value;
        }
    }

    /// <summary>It jumps.</summary>
    /// <param name="us">How far, in microseconds.</param>
    public void Jump(long us) => _readUs += us;

    /// <summary>How long the chip sleeps in the street's time when it wants to sleep so long in its own.</summary>
    internal long InStreet(long chipUs) => _ppm == 0 ? chipUs : Math.Max(1, chipUs * Million / (Million + _ppm));

    private long Scaled(long us) => _ppm == 0 ? us : (long)((Int128)us * (Million + _ppm) / Million);

    private void Rebase()
    {
        _readUs = NowUs;
        _sinceUs = _street.NowUs;
    }
}
