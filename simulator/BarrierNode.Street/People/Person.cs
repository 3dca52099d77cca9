namespace BarrierNode.Street;

/// <summary>One person on foot in a lane: stands somewhere, or walks across the carriageway.</summary>
/// <param name="id">Number of the person.</param>
/// <param name="xM">x in metres.</param>
/// <param name="yM">y in metres.</param>
internal sealed class Person(int id, double xM, double yM)
{
    /// <summary>Number of the person.</summary>
    public int Id => id;

    /// <summary>x in metres.</summary>
    public double XM => xM;

    /// <summary>y in metres.</summary>
    public double YM { get; private set; } = yM;

    /// <summary>The barrier on which the person stands, from 0, or -1.</summary>
    public int OnBarrier { get; set; } = -1;

    /// <summary>A vehicle has run over the person, who stays there until taken away.</summary>
    public bool IsHit { get; set; }

    /// <summary>Where the walk ends, y in metres; where the person is, for one who stands.</summary>
    public double ToM { get; init; } = yM;

    /// <summary>Walking speed in metres a second.</summary>
    public double SpeedMs { get; init; }

    /// <summary>y at which the walker pauses.</summary>
    public double PauseAtM { get; init; } = double.PositiveInfinity;

    /// <summary>How long the walker still pauses there, in microseconds.</summary>
    public int PauseLeftUs { get; set; }

    /// <summary>The person is on the way, or waits to be.</summary>
    public bool Walks => YM < ToM && !IsHit;

    /// <summary>Walks, or pauses, for one step.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    public void Step(int stepUs)
    {
        if (YM >= PauseAtM && PauseLeftUs > 0)
        {
            PauseLeftUs -= stepUs;
            return;
        }

        YM += SpeedMs * stepUs / 1e6;
    }
}
