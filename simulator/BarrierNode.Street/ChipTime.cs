namespace BarrierNode.Street;

/// <summary>The clock of a chip: it counts the time of the street, or what a fault makes of it. It only rises, and goes on from where a fault has left it.</summary>
/// <param name="street">The street.</param>
internal sealed class ChipTime(StreetModel street)
{
    private long _readUs = street.NowUs;
    private long _nowUs = street.NowUs;

    /// <summary>What is wrong with it, or null.</summary>
    public IClockFault? Fault { get; set; }

    /// <summary>Time in microseconds.</summary>
    public long NowUs
    {
        get
        {
            long us = street.NowUs - _readUs;
            _readUs = street.NowUs;
            _nowUs += Fault?.Step(us) ?? us;
            return _nowUs;
        }
    }
}
