using System.Reflection;
using BarrierNode.Interlock;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>The bound of the gate is neither exceeded nor far from what a scan can really take.</summary>
[TestClass]
public class MeasuredGateTests
{
    private delegate int GateScan(long conditions, int requests, int renewed, long elapsedUs);

    [TestMethod]
    public void Gate_RandomScans_TakeNoMoreThanTheBound()
    {
        int seed = 1;
        Random random = new(seed);
        long bound = ScanCheck.Run(Firmware.Assemblies, Repository.Root, ["BarrierNode.Interlock.Gate.Scan"], ScanBounds.Largest).Worst;
        CountingFirmware firmware = new(Firmware.Assemblies);
        long most = 0;
        for (int run = 0; run < 200; run++)
        {
            GateTable table = new(16, 16, 32);
            table.MotionOutputs = random.Next();
            table.NodeWideTrips = 0;
            for (int o = 0; o < 16; o++) { table.Group[o] = random.Next(16); table.MaxOnMs[o] = random.Next(1000); table.RestMs[o] = random.Next(100);  table.LeaseMs[o] = random.Next(100);}
            for (int t = 0; t < 32; t++) { table.TripCondition[t] = random.Next(64); table.TripLevel[t] = 1; table.TripOutputs[t] = random.Next(10) > 8 ? 1<<random.Next(16) : 0; }
            object gate = firmware.New(typeof(Gate), table, 0);
            var scan = gate.GetType().GetMethod("Scan")!.CreateDelegate<GateScan>(gate);
            for (int i = 0; i < 100; i++)
            {
                firmware.Count = 0;
                scan(random.NextInt64() | random.NextInt64(), random.Next(), random.Next(), random.Next(20000));
                most = Math.Max(most, firmware.Count);
                Assert.IsLessThanOrEqualTo(bound, firmware.Count);
            }
        }
        Console.WriteLine($"{most} of {bound}");
    }
}
