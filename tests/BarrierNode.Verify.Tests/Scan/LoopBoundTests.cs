using BarrierNode.Verify.Device;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>The bound of a method whose worst case is easily made, against what that takes. <c>_n</c> is 7, <c>_list</c> has 5 items.</summary>
[TestClass]
public class LoopBoundTests
{
    [TestMethod]
    [DataRow("for (int i = 0; i < _n; i++) { _sum += i; }")]
    [DataRow("for (int i = 0; i <= _n; i++) { _sum += i; }")]
    [DataRow("for (int i = _n - 1; i >= 0; i--) { _sum += i; }")]
    [DataRow("for (int i = _n; i > 0; i -= 2) { _sum += i; }")]
    [DataRow("for (int i = 3; i < 20; i += 4) { _sum += i; }")]
    [DataRow("for (int i = 0; i < _list.Length; i++) { _sum += _list[i]; }")]
    [DataRow("foreach (int item in _list) { _sum += item; }")]
    [DataRow("int n = _n; for (int i = 0; i < n; i++) { _sum += i; }")]
    [DataRow("int[] list = _list; for (int i = 0; i < list.Length; i++) { _sum += list[i]; }")]
    [DataRow("for (int i = 0; _n > i; i++) { _sum += i; }")]
    [DataRow("for (long i = 0; i < _n; i++) { _sum++; }")]
    [DataRow("for (int i = 0; i < N; i++) { _sum += i; }")]
    [DataRow("int i = 5; if (_n == 7) { i = 0; } _sum++; for (; i < 9; i++) { _sum += i; }")]
    [DataRow("int i = 0; if (_n == 8) { i = 5; } _sum++; for (; i < 9; i++) { _sum += i; }", 90)]
    [DataRow("for (int i = 0; i < _n && _sum < 1000; i++) { _sum += i; }")]
    [DataRow("for (int i = 0; _sum < 1000 && i < _n; i++) { _sum += i; }")]
    [DataRow("for (int i = 0; i < _n; i++) { for (int k = 0; k < _list.Length; k++) { _sum += k; } }")]
    [DataRow("for (int i = 0; i < _n; i++) { for (int k = _n; k > 2; k--) { _sum += k; } if (_sum < 0) { break; } }")]
    [DataRow("for (int i = 0; i < _n; i++) { if (_sum < 0) { continue; } _sum += i; }")]
    [DataRow("for (int i = 0; i < _n; i++) { if (i == 6) { Add(); Add(); return; } _sum += i; }")]
    [DataRow("for (int i = 0; i < _n; i++) { Add(); } for (int i = 0; i < 3; i++) { Add(); }")]
    [DataRow("int at = 0; do { _sum += at; at++; } while (at < _n);", 85)]
    [DataRow("uint bits = 0xFFFFFFFF; while (bits != 0) { _sum++; bits >>= 1; }")]
    [DataRow("int bits = -1; while (bits != 0) { _sum++; bits = (bits >> 1) & int.MaxValue; }")]
    [DataRow("ulong bits = ~0UL; while (bits != 0) { _sum++; bits >>= 1; }")]
    [DataRow("long bits = -1; while (bits != 0) { _sum++; bits &= bits - 1; }")]
    [DataRow("int bits = _bits & 0xFFFF; while (bits != 0) { _sum++; bits >>= 1; }")]
    [DataRow("switch (_n) { case 1: _sum = 1; break; case 7: for (int i = 0; i < 9; i++) { Add(); } break; case 8: _sum = 3; break; }")]
    public void Loop_InItsWorstCase_TakesWhatTheBoundSays(string code, int leastPercent = 100)
    {
        DeviceAssembly assembly = Snippet.Compile($$"""
            public class Planted {
                private const int N = 6;
                private readonly int _n = 7;
                private readonly int _bits = -1;
                private readonly int[] _list = new int[5];
                private int _sum;
                public void Scan() { {{code}} }
                private void Add() { _sum++; }
            }
            """);
        ScanResult result = Snippet.Check(assembly, ("Planted::_n", 7), ("Planted::_list", 5));

        Assert.IsEmpty(result.Findings, string.Join('\n', result.Findings));
        long taken = Count(assembly);
        Assert.IsTrue(taken <= result.Worst && taken * 100 >= result.Worst * leastPercent, $"took {taken}, bound {result.Worst}");
        Assert.AreEqual(result.Worst, result.Methods.Sum(m => m.Total));
    }

    [TestMethod]
    public void VirtualCall_OfTheControl_CountsTheWorstImplementer()
    {
        DeviceAssembly assembly = Snippet.Compile("""
            public interface IPart { void Step(); }
            public sealed class Short : IPart { public void Step() { } }
            public sealed class Long : IPart { private int _sum; public void Step() { for (int i = 0; i < 10; i++) { _sum += i; } } }
            public class Planted { private readonly IPart _part = new Long(); public void Scan() { _part.Step(); } }
            """);
        ScanResult result = Snippet.Check(assembly);

        Assert.IsEmpty(result.Findings);
        Assert.AreEqual(result.Worst, Count(assembly));
        CollectionAssert.AreEqual(new[] { "Long.Step", "Planted.Scan" }, result.Methods.Select(m => m.Name).ToArray());
    }

    private static long Count(DeviceAssembly assembly)
    {
        CountingFirmware firmware = new([assembly]);
        object planted = Activator.CreateInstance(firmware.Type(assembly.Name, "Planted"))!;
        Action scan = planted.GetType().GetMethod("Scan")!.CreateDelegate<Action>(planted);
        firmware.Count = 0;
        scan();
        return firmware.Count;
    }
}
