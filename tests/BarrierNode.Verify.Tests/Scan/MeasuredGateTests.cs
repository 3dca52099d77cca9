using BarrierNode.Interlock;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>What scans of the gate really take, against the bound: never more, and in the worst scan that could be made not much less.</summary>
[TestClass]
public class MeasuredGateTests
{
    private static readonly CountingFirmware s_firmware = new(Firmware.Assemblies);

    private delegate int ConditionCall(int pins, long elapsedUs);

    private delegate int ScanCall(long derived, int requests, int renewed);

    [TestMethod]
    public void Gate_RandomTablesAndScans_TakesNoMoreThanTheBoundOfItsTable()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        for (int t = 0; t < 150; t++)
        {
            GateTable table = Tables.Random(random);
            long bound = Bound(ScanBounds.Of(table));
            var (condition, scan) = Gate(table);
            for (int i = 0; i < 100; i++)
            {
                long taken = Count(condition, scan, random.Next(), random.Next(60_000) - 10, random.NextInt64(), random.Next(), random.Next());
                Assert.IsLessThanOrEqualTo(bound, taken, $"seed {seed}, table {t}, scan {i}");
            }
        }
    }

    [TestMethod]
    public void Gate_InTheWorstScanOfTheLargestTable_ComesNearTheBound()
    {
        var (condition, scan) = Gate(Tables.Largest());
        long bound = Bound(ScanBounds.Largest);
        long most = 0;

        // Every contact changes and waits; every feedback and every pair disagrees; every output just went off, is asked for and not renewed.
        for (int i = 0; i < 200; i++)
        {
            most = Math.Max(most, Count(condition, scan, (i / 2 % 2) == 0 ? 0x55555555 : ~0x55555555, 20_000, 0, 0xFFFF, 0));
        }

        Console.WriteLine($"{most} of {bound}");
        Assert.IsLessThanOrEqualTo(bound, most);
        Assert.IsGreaterThanOrEqualTo(bound * 3 / 4, most, "the bound is far from anything that can happen");
    }

    [TestMethod]
    public void LargestBounds_AgainstTheOtherWayToUseEveryInput_AreTheLarger()
    {
        ScanBounds onlyPairs = new(new SiteCounts(
            GateTable.MaxInputs, GateTable.MaxOutputs, GateTable.MaxPairs, 0, Control.SiteTable.MaxLanes, Control.LoopBank.MaxLoops));
        Assert.IsLessThan(Bound(ScanBounds.Largest), Bound(onlyPairs));
    }

    private static long Bound(ScanBounds bounds) => ScanCheck.Run(Firmware.Assemblies, Repository.Root, ScanCheck.Gate, bounds).Worst;

    private static (ConditionCall, ScanCall) Gate(GateTable table)
    {
        Assert.IsNull(GateTableCheck.Fault(table.Words));
        object gate = s_firmware.New(typeof(Gate), table, 0L);
        Type type = gate.GetType();
        return (type.GetMethod("Condition")!.CreateDelegate<ConditionCall>(gate), type.GetMethod("Scan")!.CreateDelegate<ScanCall>(gate));
    }

    private static long Count(ConditionCall condition, ScanCall scan, int pins, long elapsedUs, long derived, int requests, int renewed)
    {
        s_firmware.Count = 0;
        condition(pins, elapsedUs);
        scan(derived, requests, renewed);
        return s_firmware.Count;
    }
}
