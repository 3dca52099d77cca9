using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>Sags, interruptions, and what lives on without mains.</summary>
[TestClass]
public sealed class PowerQualityTests
{
    private const int Pulse = 1;
    private const int Hold = 6;

    [TestMethod]
    public void Sag_AboveTheDropOutVoltage_SlowsAStrokeAndStopsNone()
    {
        Rig rig = Moving();
        double begin = rig.Position;
        rig.Model.Power.Sag(161, 1000);
        rig.Run(1000);
        Assert.AreEqual(0.7 * 1000 / Promenade.RaiseMs, rig.Position - begin, 1e-3);
        begin = rig.Position;
        rig.Run(1000);
        Assert.AreEqual(1000.0 / Promenade.RaiseMs, rig.Position - begin, 1e-3, "the mains is back");
    }

    [TestMethod]
    public void Sag_BelowThePullInVoltage_LetsNoContactorClose()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.Model.Power.Sag(161, 1000);
        rig.On(Promenade.Raise);
        rig.Run(1000);
        Assert.AreEqual(0, rig.Position);
        Assert.AreEqual(80 + Promenade.RaiseMs, rig.RunUntil(() => rig.Position >= 1, 6000, "up after the sag"), 2);
    }

    [TestMethod]
    public void Interruption_OfTheMains_DropsTheContactorWhichClosesAgain()
    {
        Rig rig = Moving();
        double begin = rig.Position;
        rig.Model.Power.Interrupt(200);
        rig.Run(200);
        Assert.AreEqual(begin, rig.Position, 1e-9, "without voltage a motor gives nothing");
        rig.Run(79);
        Assert.AreEqual(begin, rig.Position, 1e-9, "the contactor has dropped out");
        rig.Run(100);
        Assert.IsGreaterThan(begin, rig.Position);
    }

    [TestMethod]
    public void Cabinet_WithoutMains_BridgesOnePeriod()
    {
        (Rig rig, List<(double Ms, bool On)> told) = Watched();
        rig.Model.Power.Interrupt(19);
        rig.Run(500);
        Assert.IsEmpty(told);
        rig.Model.Power.Interrupt(100);
        double begin = rig.Model.NowUs / 1000.0;
        rig.Run(500);
        Assert.HasCount(2, told);
        Assert.AreEqual((false, true), (told[0].On, told[1].On));
        Assert.AreEqual(begin + 20, told[0].Ms, 1.5);
        Assert.AreEqual(begin + 101, told[1].Ms, 1.5);
        Assert.IsTrue(rig.Model.CabinetPower);
    }

    [TestMethod]
    public void Cabinet_WithABattery_LivesOnAsLongAsThatLasts()
    {
        (Rig rig, List<(double Ms, bool On)> told) = Watched();
        rig.Model.Power.BatteryS = 10;
        rig.Model.Power.Interrupt(8000);
        rig.On(Promenade.GateLower);
        rig.Run(8000);
        Assert.IsEmpty(told);
        Assert.AreEqual(1, rig.Gate.Barriers[0], "drives have no battery");
        rig.Run(20_000);
        rig.Model.Power.Interrupt(8000);
        rig.Run(8000);
        Assert.HasCount(1, told, "20 s of mains charge it for 2 s: it is empty before the end");
        Assert.IsFalse(rig.Model.CabinetPower);
    }

    [TestMethod]
    public void Cabinet_ItsOwnSupplyOut_LosesItsPowerWhateverTheBattery()
    {
        (Rig rig, List<(double Ms, bool On)> told) = Watched();
        rig.Model.Power.BatteryS = 1000;
        rig.Model.Power.InterruptCabinet(300);
        rig.On(Promenade.GateLower);
        rig.Run(200);
        Assert.IsFalse(rig.Model.CabinetPower);
        Assert.AreEqual(1, rig.Gate.Barriers[0], "the permission chain has no power either");
        rig.Run(500);
        Assert.IsTrue(rig.Model.CabinetPower);
        Assert.HasCount(2, told);
    }

    [TestMethod]
    public void SupplyFailed_NormallyClosed_OpensWhileTheMainsIsOut()
    {
        var model = new StreetModel(EquipmentSite.Lane(inputs: ["role: supply-failed, pin: 9"]));
        Assert.IsTrue(model.InputLevel(9));
        model.Conditions.SupplyV = 150;
        Assert.IsFalse(model.InputLevel(9));
        model.Conditions.SupplyV = 230;
        Assert.IsTrue(model.InputLevel(9));
    }

    [TestMethod]
    public void Mains_Out_DropsABarrierThatIsHeldUp()
    {
        SiteModel site = EquipmentSite.Lane(drive: $"raise: [5], hold: [{Hold}], unpowered: drops, maxRunMs: 9000, restMs: 1000");
        var model = new StreetModel(site);
        model.SetOutput(Hold, true);
        Run(200);
        double held = model.Snapshot().Lanes[0].Barriers[0];
        Run(1000);
        Assert.AreEqual(held, model.Snapshot().Lanes[0].Barriers[0], "it is held");
        model.Power.Interrupt(60_000);
        Run(5000);
        Assert.AreEqual(0, model.Snapshot().Lanes[0].Barriers[0]);

        void Run(int ms)
        {
            for (int i = 0; i < ms; i++)
            {
                model.SetOutput(Pulse, i / 20 % 2 == 0);
                model.Step(1000);
            }
        }
    }

    private static Rig Moving()
    {
        var rig = new Rig(StreetStart.BarriersDown);
        rig.On(Promenade.Raise);
        rig.Run(1000);
        Assert.IsGreaterThan(0.1, rig.Position);
        return rig;
    }

    private static (Rig Rig, List<(double Ms, bool On)> Told) Watched()
    {
        var rig = new Rig();
        List<(double Ms, bool On)> told = [];
        rig.Model.Power.CabinetChanged += on => told.Add((rig.Model.NowUs / 1000.0, on));
        rig.Run(100);
        return (rig, told);
    }
}
