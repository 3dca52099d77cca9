using System.Reflection;
using BarrierNode.Control;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>Whole scans of the node never take more than the bound of their table.</summary>
[TestClass]
public class MeasuredScanTests
{
    private delegate int ScanCall(int pins, long elapsedUs);

    private delegate bool EndCall(int scanUs, long elapsedUs);

    [TestMethod]
    public void Scan_RandomSitesInputsAndCommands_TakesNoMoreThanTheBoundOfItsTable()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        CountingFirmware firmware = new(Firmware.Assemblies);
        long most = 0;
        for (int s = 0; s < 40; s++)
        {
            SiteTable site = Tables.Site(random, Tables.Random(random), random.Next(1, 5), random.Next(1, 4));
            long bound = ScanCheck.Run(Firmware.Assemblies, Repository.Root, ScanCheck.Scan, ScanBounds.Of(site)).Worst;
            object node = firmware.New(typeof(Controller), site, 0L);
            var scan = node.GetType().GetMethod("Scan")!.CreateDelegate<ScanCall>(node);
            var end = node.GetType().GetMethod("EndScan")!.CreateDelegate<EndCall>(node);
            object requests = node.GetType().GetProperty("Requests")!.GetValue(node)!;
            MethodInfo put = requests.GetType().GetMethod("Put")!;
            object reports = node.GetType().GetProperty("Reports")!.GetValue(node)!;
            var take = reports.GetType().GetMethod("Take")!.CreateDelegate<Func<bool>>(reports);
            int pins = 0;
            for (int i = 0; i < 400; i++)
            {
                for (int c = random.Next(20) == 0 ? random.Next(20) : 0; c > 0; c--)
                {
                    put.Invoke(requests, [random.Next(site.Lanes.Length), firmware.Copy((CommandOp)random.Next(1, (int)CommandOp.CrowdCount + 1)), i, random.Next(-1, 1000)]);
                }

                pins ^= random.Next(10) == 0 ? random.Next() & random.Next() : 0;
                long elapsedUs = random.Next(50) == 0 ? random.Next(-1, 2_000_000) : 20_000;
                firmware.Count = 0;
                scan(pins, elapsedUs);
                end(random.Next(20_000), elapsedUs);
                Assert.IsLessThanOrEqualTo(bound, firmware.Count, $"seed {seed}, site {s}, scan {i}");
                most = Math.Max(most, 100 * firmware.Count / bound);
                while (random.Next(100) != 0 && take())
                {
                }
            }
        }

        Console.WriteLine($"the longest scan took {most} % of its bound");
    }
}
