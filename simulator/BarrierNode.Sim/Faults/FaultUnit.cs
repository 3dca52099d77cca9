namespace BarrierNode.Sim;

/// <summary>In what an amount is counted.</summary>
public enum FaultUnit
{
    /// <summary>A time, in milliseconds.</summary>
    Time,

    /// <summary>A part, in percent.</summary>
    Percent,

    /// <summary>A part, in millionths.</summary>
    Ppm,
}
