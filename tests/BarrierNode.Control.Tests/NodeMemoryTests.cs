namespace BarrierNode.Control.Tests;

/// <summary>The few numbers of a node, kept in two copies.</summary>
[TestClass]
public sealed class NodeMemoryTests
{
    [TestMethod]
    public void Save_ThatFailsTwice_LeavesTheWholeCopy()
    {
        var store = new MemoryStore();
        var memory = new NodeMemory(store) { LatchedTrips = 5 };
        memory.Save();
        memory.LatchedTrips = 7;
        for (int attempt = 0; attempt < 2; attempt++)
        {
            store.BytesUntilPowerCut = 10;
            Assert.ThrowsExactly<PowerCutException>(memory.Save);
        }

        Assert.AreEqual(5, new NodeMemory(store).LatchedTrips);
        store.BytesUntilPowerCut = int.MaxValue;
        memory.Save();
        Assert.AreEqual(7, new NodeMemory(store).LatchedTrips);
    }
}
