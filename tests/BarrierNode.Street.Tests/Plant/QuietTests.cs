using System.Text.Json;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>A street in which nothing moves sleeps; nobody can tell.</summary>
[TestClass]
public sealed class QuietTests
{
    private static readonly int[] s_pins =
    [
        Promenade.Raise, Promenade.Lower, Promenade.Red, Promenade.Green, Promenade.Warning, Promenade.GateRaise, Promenade.GateLower,
    ];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Street_LeftAlone_IsQuietSoon()
    {
        StreetModel model = new(Promenade.Site());
        Assert.IsFalse(model.IsQuiet, "it has to look first");
        Step(model, 1000);
        Assert.IsTrue(model.IsQuiet);
        Assert.AreEqual(long.MaxValue, model.QuietUntilUs);
    }

    [TestMethod]
    public void Street_PermissionChainPulsed_IsQuietUntilItWouldFall()
    {
        StreetModel model = new(Promenade.Site());
        Step(model, 1000);
        model.SetOutput(Promenade.Permit, true);
        model.SetOutput(Promenade.Permit, false);
        Assert.IsFalse(model.IsQuiet, "the drives have supply from now on");
        Step(model, 2);
        Assert.AreEqual(1_250_000, model.QuietUntilUs);
        model.Rest(248_000);
        Assert.IsFalse(model.IsQuiet, "the drives lose their supply now");
        Step(model, 2);
        Assert.IsTrue(model.IsQuiet);
    }

    [TestMethod]
    public void Street_SomethingHappens_IsNotQuietUntilItIsOver()
    {
        Happens(m => m.SendCar(Promenade.Lane), 30);
        Happens(m => m.SetOutput(Promenade.Raise, true), 0.2);
        Happens(m => m.Power.Sag(200, 100), 0.2);
        Happens(m => m.SendPedestrian(Promenade.Depot, 5), 12);
        Happens(m => m.EmergencyStopPressed = true, 0.2, wakesAtOnce: false);
        Happens(m => m.MoveByHand(Promenade.Depot, up: false), 13);

        static void Happens(Action<StreetModel> what, double overAfterS, bool wakesAtOnce = true)
        {
            StreetModel model = new(Promenade.Site());
            Step(model, 1000);
            what(model);
            Assert.AreEqual(!wakesAtOnce, model.IsQuiet);
            Step(model, (int)(overAfterS * 1000));
            Assert.IsTrue(model.IsQuiet);
        }
    }

    [TestMethod]
    public void Street_LeakingOrWithACrowd_IsNeverQuiet()
    {
        StreetModel model = new(EquipmentSite.Lane(inputs: ["role: count-in, pin: 9", "role: count-out, pin: 10"]));
        Step(model, 1000);
        Assert.IsTrue(model.IsQuiet);
        model.Crowd.InPerMin = 1;
        Step(model, 1000);
        Assert.IsFalse(model.IsQuiet);
        model.Crowd.InPerMin = 0;
        Step(model, 1000);
        Assert.IsTrue(model.IsQuiet);
        model.Conditions.Lane("lane").LeakPercentPerHour = 1;
        Step(model, 1000);
        Assert.IsFalse(model.IsQuiet);
    }

    [TestMethod]
    public void QuietStreet_InStepsOfAnyLengthOrInOneGo_StaysTheSame()
    {
        string[] states = [After(m => Step(m, 10_000)), After(m => StepBy5(m, 2000)), After(m => m.Rest(10_000_000))];
        Assert.AreEqual(states[0], states[1]);
        Assert.AreEqual(states[0], states[2]);

        static string After(Action<StreetModel> pass)
        {
            StreetModel model = new(WithMeasuredLoops());
            model.SendCar(Promenade.Lane);
            model.ParkVehicle(Promenade.Depot, VehicleKind.Truck, 32);
            model.ShiftLoop(Promenade.EntryLoop, 123);
            Step(model, 30_000);
            Assert.IsTrue(model.IsQuiet, "the car waits");
            pass(model);
            return State(model);
        }
    }

    [TestMethod]
    public void Rest_WhenNotQuiet_IsRefused()
    {
        StreetModel model = new(Promenade.Site());
        model.SendCar(Promenade.Lane);
        Step(model, 10);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => model.Rest(1));
    }

    [TestMethod]
    [DataRow(PlantParts.Nominal)]
    [DataRow(PlantParts.Drawn)]
    public void Script_StreetThatSleepsAndOneThatIsKeptAwake_AreTheSame(PlantParts parts)
    {
        int seed = Random.Shared.Next();
        TestContext.WriteLine($"seed {seed}");
        StreetModel sleeps = new(Promenade.Site(), 1, StreetStart.BarriersDown) { Parts = parts };
        StreetModel awake = new(Promenade.Site(), 1, StreetStart.BarriersDown) { Parts = parts };
        Random one = new(seed);
        Random other = new(seed);
        int quiet = 0;
        for (int ms = 0; ms < 200_000; ms++)
        {
            Act(sleeps, one, ms);
            Act(awake, other, ms);
            awake.Parts = parts;
            sleeps.Step(1000);
            awake.Step(1000);
            quiet += sleeps.IsQuiet ? 1 : 0;
            if (ms % 20 == 0)
            {
                Assert.AreEqual(State(awake), State(sleeps), $"seed {seed}, {ms} ms");
            }
        }

        Assert.IsInRange(5000, 195_000, quiet, $"it slept, and things happened, seed {seed}");
    }

    [TestMethod]
    public void Clock_OverAQuietStreet_GivesWhatStepsGive()
    {
        int seed = Random.Shared.Next();
        TestContext.WriteLine($"seed {seed}");
        StreetModel clocked = new(Promenade.Site(), 1);
        StreetModel stepped = new(Promenade.Site(), 1);
        StreetClock clock = new(clocked);
        Random one = new(seed);
        Random other = new(seed);
        long steps = 0;
        clock.Every(20_000, _ => steps++);
        for (int scan = 0; scan < 10_000; scan++)
        {
            Act(clocked, one, scan * 20);
            Act(stepped, other, scan * 20);
            clock.Advance(20_000);
            Step(stepped, 20);
            Assert.AreEqual(State(stepped), State(clocked), $"seed {seed}, scan {scan}");
        }

        Assert.AreEqual(10_000, steps);
    }

    // Something happens about every 3 s, then there is time to fall asleep.
    private static void Act(StreetModel model, Random script, int ms)
    {
        if (ms % 20 == 0 && ms / 40_000 % 4 != 3)
        {
            model.SetOutput(Promenade.Permit, ms / 20 % 2 == 0);
        }

        if (ms % 100 != 0 || script.Next(30) != 0)
        {
            return;
        }

        string lane = script.Next(2) == 0 ? Promenade.Lane : Promenade.Depot;
        int anyCar = script.Next(1, 60);
        switch (script.Next(14))
        {
            case 0:
                model.SendDriver(lane, (VehicleKind)script.Next(7), (DriverHabit)script.Next(6));
                break;
            case 1:
                model.DriveOnBlindly(anyCar);
                break;
            case 2:
                model.RemoveCar(anyCar);
                break;
            case 3:
                model.Obstruct(lane, 0, (Obstacle)script.Next(5));
                break;
            case 4:
                model.PlacePersonOnBarrier(lane, 0);
                break;
            case 5:
                model.RemovePerson(script.Next(1, 20));
                break;
            case 6:
                model.SendPedestrianOver(lane, 0, script.Next(10));
                break;
            case 7:
                model.Power.Sag(script.Next(231), script.Next(1, 3000));
                break;
            case 8:
                model.EmergencyStopPressed = script.Next(3) == 0;
                break;
            case 9:
                model.Conditions.TemperatureC = script.Next(-40, 70);
                break;
            case 10:
                model.MoveByHand(lane, script.Next(2) == 0);
                break;
            default:
                model.SetOutput(s_pins[script.Next(s_pins.Length)], script.Next(2) == 0);
                break;
        }
    }

    private static SiteModel WithMeasuredLoops()
    {
        InputModel loop = Promenade.LoopInput("entryLoop", Promenade.EntryLoop) with { Frequency = new LoopFrequencyModel(110_000, 500, 5000) };
        return Promenade.Site() with
        {
            Lanes = [Promenade.Bollards() with { Loops = [loop, Promenade.LoopInput("exitLoop", Promenade.ExitLoop)] }, Promenade.Gate()],
        };
    }

    private static string State(StreetModel model)
    {
        long levels = 0;
        for (int pin = 0; pin < 40; pin++)
        {
            levels |= model.InputLevel(pin) ? 1L << pin : 0;
        }

        return $"{JsonSerializer.Serialize(model.Snapshot())} {levels} {model.LoopEdges(Promenade.EntryLoop)} {model.Incidents.Total}";
    }

    private static void Step(StreetModel model, int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            model.Step(1000);
        }
    }

    private static void StepBy5(StreetModel model, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            model.Step(StreetModel.MaxStepUs);
        }
    }
}
