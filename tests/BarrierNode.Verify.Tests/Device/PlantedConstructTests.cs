using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Tests;

/// <summary>What the chip cannot compile or run, planted into the real interlock, is found with its line.</summary>
[TestClass]
public class PlantedConstructTests
{
    private const string Project = "firmware/BarrierNode.Interlock";

    [TestMethod]
    [DataRow("public int F() { var list = new System.Collections.Generic.List<int>(); return 0; }", "CS0234")]
    [DataRow("public int F() { return System.Linq.Enumerable.Sum(new int[1]); }", "CS0234")]
    [DataRow("public string F(string[] words) { return string.Join(\",\", words); }", "CS0117")]
    [DataRow("public int? F() { return null; }", "CS0518")]
    [DataRow("public int F(System.Span<int> numbers) { return 0; }", "CS0234")]
    [DataRow("public int F() { return System.Convert.ToInt32(\"a\", 16, true); }", "CS1501")]
    [DataRow("public (int, int) F() { return (1, 2); }", "CS8179")]
    [DataRow("public sealed record Reading(int Value);", "CS0518")]
    [DataRow("public string F() { return \"a\".Replace(\"a\", \"b\"); }", "CS1061")]
    [DataRow("public System.Collections.IEnumerable F() { yield return 1; }", "CS0518")]
    [DataRow("public async void F() { }", "CS0518")]
    [DataRow("public int F() { System.Span<int> s = stackalloc int[4]; return s[0]; }", "CS0234")]
    [DataRow("public unsafe int F() { int* s = stackalloc int[4]; return s[0]; }", "CS0227")]
    [DataRow("public unsafe int F(byte[] b) { fixed (byte* p = b) { return p[0]; } }", "CS0227")]
    [DataRow("public int F() { var f = () => 1; return f(); }", "CS8773")]
    [DataRow("public int F(int a) { try { return 1 / a; } catch (System.DivideByZeroException) { return 0; } }", "CS0234")]
    [DataRow("public int F(long[] a) { return a[^1] > 0 ? 1 : 0; }", "CS0518")]
    [DataRow("public decimal F() { return 1m; }", "CS0518")]
    [DataRow("private int _unused;", "CS0169")]
    public void Construct_ThatTheChipsCompilerRefuses_IsAFindingWithItsLine(string member, string error) =>
        AssertFound(member, error + " ");

    [TestMethod]
    [DataRow("public int F() { System.Func<int> f = () => 1; return f(); }", "generic type Func<Int32>, expected ")]
    [DataRow("public void F(System.Action<int> a) { a(1); }", "generic type Action<Int32>, expected ")]
    [DataRow(
        "public event System.EventHandler<object> Changed; public void F() { Changed(this, null); }",
        "generic type EventHandler<Object>, expected ")]
    [DataRow("public class Box<T> { }", "generic type Box<T>, expected ")]
    [DataRow("public delegate T Maker<T>();", "generic type Maker<T>, expected ")]
    [DataRow("public T F<T>(T t) { return t; }", "generic method F, expected ")]
    [DataRow("public int F() { return G(1); T G<T>(T t) { return t; } }", "generic method <F>g__G|0_0, expected ")]
    [DataRow("public int[,] F() { return null; }", "array Int32[,], expected ")]
    [DataRow("public int F() { var a = new int[2, 2]; return a[0, 0]; }", "array Int32[,], expected ")]
    [DataRow("public int[][,] Field;", "array Int32[,], expected ")]
    [DataRow("public int F(int a) { return checked(a + 1); }", "checked arithmetic (add.ovf), expected ")]
    [DataRow("public byte F(int a) { return checked((byte)a); }", "checked arithmetic (conv.ovf.u1), expected ")]
    [DataRow("public interface ILight { int F() { return 1; } }", "method F with a body in interface ILight, expected ")]
    [DataRow(
        "public int F(int a) { try { G(); } catch (System.Exception) when (a > 0) { return 1; } return 0; } void G() { }",
        "catch with when, expected ")]
    [DataRow(
        "public static readonly int Copy = Other.Limit; static class Other { public static int Limit = 3; }",
        "static initialiser of Planted uses Other.Limit, expected ")]
    [DataRow(
        "public static readonly int Copy = Indirect(); static int Indirect() { return Other.F(); } "
        + "static class Other { internal static int F() { return 1; } }",
        "static initialiser of Planted uses Other.F, expected ")]
    [DataRow(
        "public static readonly object Made = new Other(); sealed class Other { }",
        "static initialiser of Planted uses Other..ctor, expected ")]
    [DataRow("public static readonly System.Action Run = () => { };", "static initialiser of Planted uses <>c.<>9, expected ")]
    [DataRow("public string F(TripCode code) { return $\"{code}\"; }", "text of enum TripCode, expected ")]
    [DataRow("public string F(TripCode code) { return \"trip \" + code; }", "text of enum TripCode, expected ")]
    [DataRow("public string F(string text, TripCode code) { text += code; return text; }", "text of enum TripCode, expected ")]
    [DataRow("public string F(TripCode code) { return code.ToString(); }", "text of enum TripCode, expected ")]
    [DataRow("public string F(TripCode code) { return string.Concat(\"trip \", code); }", "text of enum TripCode, expected ")]
    [DataRow("public string F(double a) { return a.ToString(\"0.00\"); }", "format \"0.00\", expected ")]
    [DataRow("public string F(double a) { return $\"{a:0.00}\"; }", "format \"0.00\", expected ")]
    [DataRow("public string F(double a) { return string.Format(\"{0,6:0.00} m\", a); }", "format \"0.00\", expected ")]
    public void Construct_ThatCompilesAndBreaksOnTheChip_IsAFindingWithItsLine(string member, string what) => AssertFound(member, what);

    [TestMethod]
    [DataRow("public static readonly int[] Table = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };")]
    [DataRow("public static readonly int Sum = Add(1, 2); static int Add(int a, int b) { return a + b; }")]
    [DataRow("public const int Limit = 3; public static readonly object Gate = new object();")]
    [DataRow("public delegate int Reader(int pin); public static readonly Reader Read = Zero; static int Zero(int pin) { return 0; }")]
    [DataRow("public int F(object o) { return o switch { int i when i > 0 => i, string s => s.Length, _ => 0 }; }")]
    [DataRow("public string F(int a) { return $\"{a} ms\"; }")]
    [DataRow("public string F(int a, TripCode code) { return $\"{a:X4} {(int)code}\" + a.ToString(\"D3\"); }")]
    [DataRow(
        "public int F(string s) { switch (s) { case \"a\": return 1; case \"b\": return 2; case \"c\": return 3; case \"d\": return 4; "
        + "case \"e\": return 5; case \"f\": return 6; case \"g\": return 7; default: return 0; } }")]
    [DataRow(
        "public int F(int[] a) { int sum = 0; foreach (int n in a) { sum += n; } System.Action more = () => sum++; more(); return sum; }")]
    [DataRow("public int[][] F() { return new int[2][]; }")]
    [DataRow("public int F(int a) { return unchecked(a * 31); }")]
    public void Construct_ThatTheChipRuns_IsNoFinding(string member)
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Plant(Project, "Planted.cs", Source(member));

        DeviceBuildResult result = DeviceBuild.Run(copy.Root);

        Assert.AreEqual("", string.Join('\n', result.Findings));
        Assert.HasCount(1, result.Assemblies);
    }

    [TestMethod]
    [DataRow("public volatile int Field;", "CS0518 Predefined type 'System.Runtime.CompilerServices.IsVolatile'")]
    [DataRow("public object F() { return new { A = 1 }; }", "CS0656 Missing compiler required member '")]
    public void Construct_ForWhichTheCompilerNamesNoLine_IsAFindingOfTheProject(string member, string error)
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Plant(Project, "Planted.cs", Source(member));

        Finding first = DeviceBuild.Run(copy.Root).Findings[0];

        Assert.AreEqual($"{Project}/BarrierNode.Interlock.nfproj", first.File);
        StringAssert.StartsWith(first.What, error);
    }

    [TestMethod]
    public void Condition_InASource_IsAFindingWithItsLine()
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Plant(Project, "Planted.cs", "#if DEBUG\n#endif\n");

        CollectionAssert.AreEqual(
            new[] { new Finding($"{Project}/Planted.cs", 1, "#if, expected the same source in both builds") },
            DeviceBuild.Run(copy.Root).Findings.ToArray());
    }

    private static string Source(string member) => $$"""
        namespace BarrierNode.Interlock
        {
            public class Planted
            {
                {{member}}
            }
        }
        """;

    private static void AssertFound(string member, string what)
    {
        using FirmwareCopy copy = FirmwareCopy.Interlock();
        copy.Plant(Project, "Planted.cs", Source(member));

        DeviceBuildResult result = DeviceBuild.Run(copy.Root);

        string all = string.Join('\n', result.Findings);
        Assert.IsTrue(result.Findings.Any(finding => finding.What.StartsWith(what, StringComparison.Ordinal)), $"No \"{what}\" in: {all}");
        Assert.IsTrue(result.Findings.All(finding => finding is { File: $"{Project}/Planted.cs", Line: 5 }), all);
        Assert.IsTrue(result.Findings.All(finding => finding.What.Contains(", expected ", StringComparison.Ordinal)), all);
    }
}
