using BarrierNode.Site;

namespace BarrierNode.Street.Tests.Plant;

/// <summary>A street steps for years: it must not leave rubbish behind.</summary>
[TestClass]
public sealed class PlantAllocationTests
{
    [TestMethod]
    public void Steps_WithEveryPhysicsInUse_AllocateNothing()
    {
        SiteModel site = EquipmentSite.Lane(inputs: ["role: count-in, pin: 9", "role: count-out, pin: 10"]);
        StreetModel model = new(site, start: StreetStart.BarriersDown) { Parts = PlantParts.Drawn };
        Happen();
        Run(20_000);
        Happen();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(60_000);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.IsGreaterThan(0, model.Incidents.Total);
        Assert.IsGreaterThan(0, model.Crowd.CameIn);

        void Happen()
        {
            model.Conditions.Lane("lane").LeakPercentPerHour = 50;
            model.Crowd.InPerMin = 100;
            model.Crowd.Surge(200, 30);
            model.Power.BatteryS = 1;
            model.Power.Sag(100, 15_000);
            model.SendDriver("lane", VehicleKind.Truck, DriverHabit.Stalls);
            model.SendDriver("lane", VehicleKind.Car, DriverHabit.Tailgates);
            model.SendDriver("lane", VehicleKind.Van, DriverHabit.Reverses);
            model.SendPedestrianOver("lane", 0, 10);
        }

        void Run(int ms)
        {
            for (int i = 0; i < ms; i++)
            {
                model.SetOutput(1, i / 20 % 2 == 0);
                model.SetOutput(40, i % 30_000 < 20_000);
                model.SetOutput(5, i % 10_000 is > 3000 and < 6000);
                model.SetOutput(6, i % 10_000 > 7000);
                model.Step(1000);
            }
        }
    }
}
