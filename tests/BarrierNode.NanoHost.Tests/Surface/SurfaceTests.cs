using System.Device.Gpio;
using System.Reflection;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class SurfaceTests
{
    /// <summary>
    /// surface.txt holds the lines of the published nanoFramework API that NanoHost offers. A member that is in one and not in the other
    /// fails: what compiles against NanoHost has to compile for the chip.
    /// </summary>
    [TestMethod]
    public void Api_HasExactlyTheMembersOfTheChipsLibraries()
    {
        string[] expected = [.. Published().Select(SurfaceLines.Normalize).Order(StringComparer.Ordinal)];
        string[] actual = [.. ApiTypes().SelectMany(SurfaceLines.Of).Order(StringComparer.Ordinal)];

        string[] invented = [.. actual.Except(expected)];
        string[] missing = [.. expected.Except(actual)];
        Assert.IsEmpty(invented, $"In NanoHost, but not on the chip:\n{string.Join('\n', invented.Take(20))}");
        Assert.IsEmpty(missing, $"In surface.txt, but not in NanoHost:\n{string.Join('\n', missing.Take(20))}");
        Assert.IsGreaterThan(200, expected.Length);
    }

    [TestMethod]
    public void Api_IsAllThatNanoHostShowsBesidesItsOwnNamespace()
    {
        string[] names = [.. ApiTypes().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(
            new[]
            {
                "System.Device.Gpio", "nanoFramework.Hardware.Esp32", "nanoFramework.M2Mqtt", "nanoFramework.M2Mqtt.Exceptions",
                "nanoFramework.M2Mqtt.Messages", "nanoFramework.Networking", "nanoFramework.Runtime.Events", "nanoFramework.Runtime.Native",
            },
            names);
    }

    private static IEnumerable<Type> ApiTypes() =>
        typeof(GpioPin).Assembly.GetExportedTypes().Where(type => type.Namespace != "BarrierNode.NanoHost");

    private static IEnumerable<string> Published()
    {
        const string Name = "BarrierNode.NanoHost.Tests.Surface.surface.txt";
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!;
        using StreamReader reader = new(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
