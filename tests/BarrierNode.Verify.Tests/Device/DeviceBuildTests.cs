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
}
