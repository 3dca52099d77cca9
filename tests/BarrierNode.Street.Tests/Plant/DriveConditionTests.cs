using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>How weather, mains, wear, leak, load, ice and debris change a stroke.</summary>
[TestClass]
public sealed class DriveConditionTests
{
    private const int PullInMs = 80;

    [TestMethod]
    [DataRow(20, 1000)]
    [DataRow(0, 880)]
    [DataRow(-15, 675)]
    [DataRow(-40, 350)]
    [DataRow(70, 1050)]
    public void Raise_AtATemperature_IsAsFastAsTheOilLetsIt(double temperatureC, int permille)
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Conditions.TemperatureC = temperatureC;
        Assert.AreEqual(PullInMs + (Promenade.RaiseMs * 1000.0 / permille), RaiseMs(rig), 1);
    }

    [TestMethod]
    public void Strokes_AtLowVoltage_AreSlowWhereAMotorDoesTheWork()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Conditions.SupplyV = 207;
        Assert.AreEqual(PullInMs + (Promenade.RaiseMs / 0.9), RaiseMs(rig), 1, "a pump raises bollards");
        rig.Off(Promenade.Raise);
        rig.Run(300);
        rig.On(Promenade.Lower);
        Assert.AreEqual(PullInMs + Promenade.LowerMs, rig.RunUntil(() => rig.Position <= 0, 20_000, "down"), 1, "bollards sink by their weight");
        rig.On(Promenade.GateRaise);
        Assert.AreEqual(PullInMs + (Promenade.GateMs / 0.9), rig.RunUntil(() => rig.Gate.Barriers[0] >= 1, 20_000, "gate closed"), 1);
        rig.Off(Promenade.GateRaise);
        rig.Run(300);
        rig.On(Promenade.GateLower);
        Assert.AreEqual(PullInMs + (Promenade.GateMs / 0.9), rig.RunUntil(() => rig.Gate.Barriers[0] <= 0, 20_000, "gate open"), 1);
    }

    [TestMethod]
    [DataRow(0, 1000)]
    [DataRow(500_000, 900)]
    [DataRow(5_000_000, 700)]
    public void Raise_OfAWornDrive_IsSlower(double cycles, int permille)
    {
        var rig = new Rig(StreetStart.BarriersDown);
        Bollards(rig).WearCycles = cycles;
        Assert.AreEqual(PullInMs + (Promenade.RaiseMs * 1000.0 / permille), RaiseMs(rig), 1);
    }

    [TestMethod]
    public void Strokes_AThousandOfThem_WearTheDriveByThemselves()
    {
        SiteModel site = Promenade.Site() with { Lanes = [Promenade.Bollards() with { RaiseMs = 1000, LowerMs = 200 }, Promenade.Gate()] };
        var rig = new Rig(StreetStart.BarriersDown, site: site);
        rig.Model.Conditions.Lane(Promenade.Lane).WearCycles = 1999;
        Assert.AreEqual(1000, Stroke(), "1999 strokes are not felt");
        for (int stroke = 1; stroke < 1000; stroke++)
        {
            Stroke();
        }

        Assert.AreEqual(1002, Stroke(), "3000 are, by a thousandth of the speed");

        double Stroke()
        {
            rig.Off(Promenade.Lower);
            rig.On(Promenade.Raise);
            rig.Run(PullInMs);
            double ms = 0;
            for (; !rig.High(Promenade.Up[0]) || ms < 1000 || (ms < 1002 && rig.Position < 1); ms++)
            {
                rig.Step();
            }

            rig.Off(Promenade.Raise);
            rig.On(Promenade.Lower);
            rig.Run(300);
            return ms;
        }
    }

    [TestMethod]
    public void Raise_UnderLoad_IsSlowAndAtItsLimitStalls()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        Bollards(rig).LoadPercent = 50;
        Assert.AreEqual(PullInMs + (Promenade.RaiseMs / 0.75), RaiseMs(rig), 1);

        rig = new Rig(StreetStart.BarriersDown);
        Bollards(rig).LoadPercent = 80;
        rig.Model.Conditions.SupplyV = 200;
        rig.On(Promenade.Raise);
        rig.Run(20_000);
        Assert.AreEqual(0, rig.Position, "at 200 V the drive has 76 % of its force");
        rig.Model.Conditions.SupplyV = 230;
        rig.RunUntil(() => rig.Position >= 1, 10_000, "up at 230 V");
    }

    [TestMethod]
    public void Raise_Stalled_IsSeenByThePressureSwitch()
    {
        SiteModel site = EquipmentSite.Lane(inputs: ["role: obstruction, pin: 9"]);
        var model = new StreetModel(site, start: StreetStart.BarriersDown);
        model.Conditions.Lane("lane").LoadPercent = 100;
        model.SetOutput(5, true);
        for (int ms = 0; ms < 200; ms++)
        {
            model.SetOutput(1, ms / 20 % 2 == 0);
            model.Step(1000);
        }

        Assert.IsTrue(model.InputLevel(9));
        Assert.AreEqual(0, model.Snapshot().Lanes[0].Barriers[0]);
    }

    [TestMethod]
    public void Leak_WithoutDrive_SinksUntilTheSwitchLetsGo()
    {
        var rig = new Rig();
        Bollards(rig).LeakPercentPerHour = 360;
        rig.Run(5000);
        Assert.AreEqual(0.995, rig.Position, 1e-6);
        Assert.IsTrue(rig.High(Promenade.Up[0]));
        rig.Run(6000);
        Assert.IsFalse(rig.High(Promenade.Up[0]));
        Assert.AreEqual(1, rig.Gate.Barriers[0], "the other lane is tight");
    }

    [TestMethod]
    public void Leak_WhileRaising_MakesTheStrokeLonger()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        Bollards(rig).LeakPercentPerHour = 36_000;
        Assert.AreEqual(PullInMs + (1000 / 0.1), RaiseMs(rig), 10, "up at a fifth of the stroke a second, down at a tenth");
    }

    [TestMethod]
    public void Ice_ADriveThatIsStrongEnough_BreaksItThenRises()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Obstruct(Promenade.Lane, 0, Obstacle.Ice);
        rig.On(Promenade.Raise);
        rig.Run(PullInMs + 390);
        Assert.AreEqual(0, rig.Position);
        Assert.IsGreaterThan(0, rig.Lane.Barriers[1], "the one beside is free");
        rig.Run(20);
        Assert.IsGreaterThan(0, rig.Position, "at 80 % of its force, after 400 ms");
        rig.Off(Promenade.Raise);
        rig.Run(100);
        double at = rig.Position;
        rig.On(Promenade.Raise);
        rig.Run(PullInMs + 10);
        Assert.IsGreaterThan(at, rig.Position, "broken ice stays broken");
    }

    [TestMethod]
    [DataRow(200, 80)]
    [DataRow(230, 101)]
    public void Ice_ADriveThatIsTooWeak_StaysFrozen(double supplyV, double shearPercent)
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Conditions.SupplyV = supplyV;
        Bollards(rig).IceShearPercent = shearPercent;
        rig.Model.Obstruct(Promenade.Lane, 0, Obstacle.Ice);
        rig.On(Promenade.Raise);
        rig.Run(10_000);
        Assert.AreEqual(0, rig.Position);
    }

    [TestMethod]
    public void Debris_BothWays_TakesTwiceTheTime()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Obstruct(Promenade.Lane, 0, Obstacle.Debris);
        Assert.AreEqual(PullInMs + (2 * Promenade.RaiseMs), RaiseMs(rig), 1);
        rig.Off(Promenade.Raise);
        rig.Run(300);
        rig.On(Promenade.Lower);
        Assert.AreEqual(PullInMs + (2 * Promenade.LowerMs), rig.RunUntil(() => rig.Position <= 0, 20_000, "down"), 1);
    }

    [TestMethod]
    public void Hand_MovesABarrier_WhateverTheMainsDoes()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Conditions.SupplyV = 0;
        rig.Model.MoveByHand(Promenade.Lane, up: true);
        Assert.AreEqual(Promenade.RaiseMs, rig.RunUntil(() => rig.Position >= 1, 20_000, "up"), 1);
    }

    [TestMethod]
    public void Conditions_OutOfRange_AreRefusedByName()
    {
        PlantConditions conditions = new Rig().Model.Conditions;
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => conditions.TemperatureC = 71).Message, "TemperatureC is -40 to 70.");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => conditions.SupplyV = double.NaN).Message, "SupplyV is 0 to 300.");
        Assert.AreEqual((20, 230), (conditions.TemperatureC, conditions.SupplyV));
        var error = Assert.ThrowsExactly<ArgumentException>(() => conditions.Lane("nowhere"));
        Assert.AreEqual("There is no lane nowhere; this street has promenade, depot.", error.Message);
    }

    [TestMethod]
    public void Thermostat_BelowThreeDegrees_Closes()
    {
        var model = new StreetModel(EquipmentSite.Lane(inputs: ["role: cold, pin: 9"]));
        Assert.IsFalse(model.InputLevel(9));
        model.Conditions.TemperatureC = 2;
        Assert.IsTrue(model.InputLevel(9));
    }

    private static LaneConditions Bollards(Rig rig) => rig.Model.Conditions.Lane(Promenade.Lane);

    private static double RaiseMs(Rig rig)
    {
        rig.On(Promenade.Raise);
        return rig.RunUntil(() => rig.Position >= 1, 40_000, "up");
    }
}
