using BarrierNode.Verify.Device;

namespace BarrierNode.Verify.Tests;

/// <summary>The device build of this repository.</summary>
[TestClass]
public class DeviceBuildTests
{
    [TestMethod]
    public void Run_OnTheRepository_CompilesAllDeviceProjectsWithoutAFinding()
    {
        DeviceBuildResult result = DeviceBuild.Run(Repository.Root);

        Assert.AreEqual("", string.Join('\n', result.Findings));
        CollectionAssert.AreEqual(
            new[] { "BarrierNode.Interlock", "BarrierNode.Control", "BarrierNode.Node", "NFUnitTest" },
            result.Assemblies.Select(assembly => assembly.Name).ToArray());
    }

    [TestMethod]
    public void Run_ElsewhereOnTheMachine_GivesTheSameBytes()
    {
        using FirmwareCopy first = FirmwareCopy.Interlock();
        using FirmwareCopy second = FirmwareCopy.Interlock();

        DeviceAssembly one = DeviceBuild.Run(first.Root).Assemblies.Single();
        DeviceAssembly other = DeviceBuild.Run(second.Root).Assemblies.Single();

        Assert.AreNotEqual(first.Root, second.Root);
        CollectionAssert.AreEqual(one.Image, other.Image);
        CollectionAssert.AreEqual(one.Symbols, other.Symbols);
    }
}
