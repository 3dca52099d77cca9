namespace BarrierNode.NanoHost.Tests;

/// <summary>What tests of the firmware are written against is a part of the chip's test library: no member is added, none differs.</summary>
[TestClass]
public sealed class TestFrameworkSurfaceTests
{
    private static readonly Type[] Types = typeof(nanoFramework.TestFramework.Assert).Assembly.GetExportedTypes();

    [TestMethod]
    public void Members_OfTheStandIn_AreThoseOfTheChipsLibrary()
    {
        string[] published = Published();
        string[] members = [.. Types.SelectMany(SurfaceLines.Of).Where(l => l[0] != 'T')];

        string[] invented = [.. members.Except(published)];
        Assert.IsEmpty(invented, $"Not on the chip:\n{string.Join('\n', invented)}");
        Assert.IsGreaterThan(20, members.Length);
    }

    /// <summary>Attributes derive from MSTest's here, so bases are not compared.</summary>
    [TestMethod]
    public void Types_OfTheStandIn_AreThoseOfTheChipsLibrary()
    {
        string[] published = [.. Published().Select(WithoutBase)];
        string[] types = [.. Types.SelectMany(SurfaceLines.Of).Where(l => l[0] == 'T').Select(WithoutBase)];

        Assert.IsEmpty(types.Except(published), string.Join('\n', types.Except(published)));
        Assert.HasCount(5, types);
    }

    private static string[] Published() =>
        [.. Repository.Text("firmware/nanoframework-api/nanoFramework.TestFramework.txt").Split('\n').Select(SurfaceLines.Normalize)];

    private static string WithoutBase(string line) => line.Split("\tbase:")[0];
}
