using System.Reflection;
using BarrierNode.Verify.Device;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>No random program ever takes more instructions than its bound.</summary>
[TestClass]
public class RandomProgramTests
{
    [TestMethod]
    public void Program_RunAtRandom_TakesNoMoreThanTheBound()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        double nearest = 0;
        for (int program = 0; program < 60; program++)
        {
            string source = new RandomProgram(random).Write(methods: 3);
            DeviceAssembly assembly = Snippet.Compile(source);
            ScanResult result = Snippet.Check(assembly, ("Planted::N", 4), ("Planted::L", 5));
            Assert.IsEmpty(result.Findings, $"seed {seed}\n{string.Join('\n', result.Findings)}\n{source}");

            CountingFirmware firmware = new([assembly]);
            object planted = Activator.CreateInstance(firmware.Type(assembly.Name, "Planted"))!;
            Action scan = planted.GetType().GetMethod("Scan")!.CreateDelegate<Action>(planted);
            FieldInfo state = planted.GetType().GetField("S")!;
            for (int run = 0; run < 30 && result.Worst < 200_000; run++)
            {
                state.SetValue(planted, random.Next());
                firmware.Count = 0;
                scan();
                Assert.IsLessThanOrEqualTo(result.Worst, firmware.Count, $"seed {seed}\n{source}");
                nearest = Math.Max(nearest, (double)firmware.Count / result.Worst);
            }
        }

        Assert.IsGreaterThan(0.5, nearest, $"seed {seed}: no program came near its bound");
    }
}
