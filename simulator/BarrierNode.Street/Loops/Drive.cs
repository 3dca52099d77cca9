namespace BarrierNode.Street.Loops;

/// <summary>A vehicle that drives over loops at a steady speed, and may stand for a while.</summary>
/// <param name="vehicle">The vehicle.</param>
/// <param name="frontM">Where its front is at the beginning, in metres.</param>
/// <param name="speedMs">Its speed in metres a second; negative drives backwards along the loops.</param>
/// <param name="atS">Time of the beginning, in seconds.</param>
public sealed class Drive(LoopVehicle vehicle, double frontM, double speedMs, double atS)
{
    private double _atS = atS;

    /// <summary>The vehicle.</summary>
    public LoopVehicle Vehicle => vehicle;

    /// <summary>It drives towards smaller metres.</summary>
    public bool Backwards => speedMs < 0;

    /// <summary>It stands.</summary>
    public bool Stands { get; private set; }

    /// <summary>Where its front is, in metres.</summary>
    public double FrontM { get; private set; } = frontM;

    /// <summary>Stops it, or lets it go on.</summary>
    /// <param name="stands">True to stop.</param>
    public void Stop(bool stands) => Stands = stands;

    /// <summary>Where its front is at a time after the last <see cref="Move"/>, in metres.</summary>
    /// <param name="s">The time in seconds.</param>
    public double FrontAt(double s) => Stands ? FrontM : FrontM + (speedMs * (s - _atS));

    /// <summary>Moves it on.</summary>
    /// <param name="s">The time in seconds.</param>
    public void Move(double s)
    {
        FrontM = FrontAt(s);
        _atS = s;
    }
}
