using BarrierNode.Site;

namespace BarrierNode.Street.Tests;

/// <summary>A street with a scripted node: it pulses the permission chain every 20 ms unless told not to.</summary>
internal sealed class Rig
{
    private bool _permit;

    public Rig(StreetStart start = StreetStart.BarriersUp, int seed = 1, SiteModel? site = null) =>
        Model = new StreetModel(site ?? Promenade.Site(), seed, start);

    public StreetModel Model { get; }

    public bool Pulsing { get; set; } = true;

    public int StepUs { get; set; } = 1000;

    public LaneSnapshot Lane => Model.Snapshot().Lanes[0];

    public LaneSnapshot Gate => Model.Snapshot().Lanes[1];

    public double Position => Lane.Barriers[0];

    public CarSnapshot Car(int id) => Model.Snapshot().Cars.Single(car => car.Id == id);

    public bool HasCar(int id) => Model.Snapshot().Cars.Any(car => car.Id == id);

    public void On(int pin) => Model.SetOutput(pin, true);

    public void Off(int pin) => Model.SetOutput(pin, false);

    public void Step()
    {
        if (Pulsing && Model.NowUs % 20_000 == 0)
        {
            Pulse();
        }

        if (Pulsing && Model.NowUs == 0)
        {
            // The drives have their supply from the first moment on: that takes a second edge.
            Pulse();
        }

        Model.Step(StepUs);
    }

    public void Run(int ms)
    {
        for (long end = Model.NowUs + (ms * 1000L); Model.NowUs < end;)
        {
            Step();
        }
    }

    /// <summary>Runs until a condition holds and tells how many milliseconds of the street that took.</summary>
    public double RunUntil(Func<bool> condition, int limitMs, string what)
    {
        long begin = Model.NowUs;
        while (!condition())
        {
            if (Model.NowUs - begin > limitMs * 1000L)
            {
                Assert.Fail($"Not within {limitMs} ms of the street: {what}.");
            }

            Step();
        }

        return (Model.NowUs - begin) / 1000.0;
    }

    public bool High(int pin) => Model.InputLevel(pin);

    private void Pulse()
    {
        _permit = !_permit;
        Model.SetOutput(Promenade.Permit, _permit);
    }
}
