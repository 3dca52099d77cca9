namespace BarrierNode.Street;

/// <summary>One vehicle on its carriageway: where it is and how fast, within what its brakes and engine can do.</summary>
internal sealed class Car(int id, VehicleBody body, Driver driver)
{
    // Half the length of tyre that lies on a line.
    private const double WheelOnLineM = 0.15;

    // Half the width of what its front hits.
    private const double HalfWidthM = 0.9;

    /// <summary>Number of the car.</summary>
    public int Id => id;

    /// <summary>What it looks like from the side.</summary>
    public VehicleBody Body => body;

    /// <summary>What its engine and brakes can do.</summary>
    public VehicleDynamics Dynamics { get; } = VehicleDynamics.Of(body.Kind);

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

    /// <summary>Its speed when it last ran into a barrier, in metres a second.</summary>
    public double ImpactMs { get; private set; }

    /// <summary>It ran into a barrier and is stuck there until the barrier is down.</summary>
    public bool Crashed { get; private set; }

    /// <summary>It stands and will do so while nothing around it changes.</summary>
    public bool AtRest { get; private set; }

    /// <summary>It drives towards x = 0.</summary>
    public bool DrivesBack => WrongWay || driver.Mode == DriverMode.Backing;

    /// <summary>The distance in which it can stop, in metres.</summary>
    public double StoppingDistanceM => SpeedMs * SpeedMs / (2 * Dynamics.BrakingMs2);

    /// <summary>It covers a line across the street.</summary>
    public bool IsOver(double xM) => RearM < xM && FrontM > xM;

    /// <summary>It is over a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="centreM">y of the centre line on which it drives.</param>
    public bool IsOver(Person person, double centreM) => IsOver(person.XM) && Math.Abs(person.YM - centreM) < HalfWidthM;

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
            AtRest = true;
            return false;
        }

        Crashed = false;
        double seconds = stepUs / 1e6;
        double wanted = driver.WantedSpeed(this, ahead, lane, stepUs);
        double most = SpeedMs + (Dynamics.AccelerationMs2 * driver.Haste * seconds);
        SpeedMs = Math.Max(Math.Min(wanted, most), Math.Max(0, SpeedMs - (Dynamics.BrakingMs2 * seconds)));
        AtRest = SpeedMs <= 0 && driver.Waits;
        return DrivesBack ? StepBack(SpeedMs * seconds, lane) : StepAhead(SpeedMs * seconds, lane, ahead);
    }

    private bool StepAhead(double wayM, StreetLane lane, Car? ahead)
    {
        double next = FrontM + wayM;
        if (lane.HighestBarrier > StreetLane.BlocksCarFrom && FrontM <= lane.BarrierAtM && next > lane.BarrierAtM)
        {
            ImpactMs = SpeedMs;
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
        ImpactMs = hits ? SpeedMs : ImpactMs;
        FrontM = hits ? lane.BarrierAtM + LengthM : FrontM - wayM;
        SpeedMs = hits ? 0 : SpeedMs;
        Crashed = hits;
        return hits;
    }
}
