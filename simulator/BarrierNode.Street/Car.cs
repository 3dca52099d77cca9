namespace BarrierNode.Street;

/// <summary>One vehicle on its carriageway: where it is and how fast, within what its brakes and engine can do.</summary>
internal sealed class Car(int id, VehicleBody body, Driver driver)
{
    /// <summary>How hard it accelerates, in metres per second squared.</summary>
    public const double AccelerationMs2 = 2.5;

    /// <summary>How hard it brakes, in metres per second squared.</summary>
    public const double BrakingMs2 = 4;

    // Half the length of tyre that lies on a line.
    private const double WheelOnLineM = 0.15;

    /// <summary>Number of the car.</summary>
    public int Id => id;

    /// <summary>What it looks like from the side.</summary>
    public VehicleBody Body => body;

    /// <summary>Its length in metres.</summary>
    public double LengthM => body.LengthM;

    /// <summary>Who drives it.</summary>
    public Driver Driver => driver;

    /// <summary>x of its front bumper in metres; below 0 it is still outside the street.</summary>
    public double FrontM { get; set; }

    /// <summary>x of its rear bumper in metres.</summary>
    public double RearM => FrontM - body.LengthM;

    /// <summary>It came from the far end and drives towards x = 0, front first.</summary>
    public bool WrongWay { get; init; }

    /// <summary>Its speed in metres a second, never negative.</summary>
    public double SpeedMs { get; set; }

    /// <summary>It ran into a barrier and is stuck there until the barrier is down.</summary>
    public bool Crashed { get; private set; }

    /// <summary>The distance in which it can stop, in metres.</summary>
    public double StoppingDistanceM => SpeedMs * SpeedMs / (2 * BrakingMs2);

    /// <summary>It covers a line across the street.</summary>
    public bool IsOver(double xM) => RearM < xM && FrontM > xM;

    /// <summary>The larger x of one of its parts, in metres.</summary>
    public double FrontOf(BodyPart part) => WrongWay ? RearM + part.ToM : FrontM - part.FromM;

    /// <summary>The smaller x of one of its parts, in metres.</summary>
    public double RearOf(BodyPart part) => WrongWay ? RearM + part.FromM : FrontM - part.ToM;

    /// <summary>A wheel is on a line across the street.</summary>
    public bool HasAxleAt(double xM)
    {
        for (int i = 0; i < body.AxlesM.Count; i++)
        {
            double x = WrongWay ? RearM + body.AxlesM[i] : FrontM - body.AxlesM[i];
            if (Math.Abs(x - xM) <= WheelOnLineM)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves it for one step.</summary>
    /// <param name="stepUs">How long, in microseconds.</param>
    /// <param name="lane">The lane that it drives on.</param>
    /// <param name="ahead">The next car in front, already moved, or null.</param>
    /// <returns>True when it ran into a barrier in this step.</returns>
    public bool Step(int stepUs, StreetLane lane, Car? ahead)
    {
        if (Crashed && lane.HighestBarrier > Driver.SeesBarrierFrom)
        {
            return false;
        }

        Crashed = false;
        double seconds = stepUs / 1e6;
        double wanted = driver.WantedSpeed(this, ahead, lane, stepUs);
        SpeedMs = Math.Max(Math.Min(wanted, SpeedMs + (AccelerationMs2 * seconds)), Math.Max(0, SpeedMs - (BrakingMs2 * seconds)));
        if (WrongWay || Driver.Mode == DriverMode.Backing)
        {
            return StepBack(SpeedMs * seconds, lane);
        }

        double next = FrontM + (SpeedMs * seconds);
        if (lane.HighestBarrier > StreetLane.BlocksCarFrom && FrontM <= lane.BarrierAtM && next > lane.BarrierAtM)
        {
            FrontM = lane.BarrierAtM;
            SpeedMs = 0;
            Crashed = true;
            return true;
        }

        if (ahead is not null && next > ahead.RearM)
        {
            next = Math.Max(FrontM, ahead.RearM);
            SpeedMs = 0;
        }

        FrontM = next;
        return false;
    }

    private bool StepBack(double wayM, StreetLane lane)
    {
        bool hits = lane.HighestBarrier > StreetLane.BlocksCarFrom && RearM >= lane.BarrierAtM && RearM - wayM < lane.BarrierAtM;
        FrontM = hits ? lane.BarrierAtM + LengthM : FrontM - wayM;
        SpeedMs = hits ? 0 : SpeedMs;
        Crashed = hits;
        return hits;
    }
}
