namespace BarrierNode.Control.Tests.Detection;

/// <summary>What a node remembers of its loops.</summary>
[TestClass]
public sealed class LoopMemoryTests
{
    private readonly MemoryStore _store = new();
    private readonly LoopTable[] _tables =
    [
        new() { Input = 1, Pin = 25, NominalHz = 60_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
        new() { Input = 2, Pin = 26, NominalHz = 80_000, SensitivityPpm = 1000, MaxDriftPpmPerMinute = 10_000 },
    ];

    [TestMethod]
    public void NewNode_KnowsNothing() => CollectionAssert.AreEqual(new[] { 0, 0 }, new LoopMemory(_store, _tables).MilliHz);

    // H12
    [TestMethod]
    public void Baselines_Written_AreThereAfterARestartByPin()
    {
        var memory = new LoopMemory(_store, _tables);
        var bank = new LoopBank(_tables, [60_000_001, 80_000_002]);
        Assert.IsTrue(memory.NeedsWrite(bank, 0));
        memory.Write(bank, 0);
        Assert.IsFalse(memory.NeedsWrite(bank, 0));
        CollectionAssert.AreEqual(new[] { 60_000_001, 80_000_002 }, new LoopMemory(_store, _tables).MilliHz);
        CollectionAssert.AreEqual(new[] { 80_000_002, 60_000_001 }, new LoopMemory(_store, [_tables[1], _tables[0]]).MilliHz);
    }

    [TestMethod]
    public void Weather_ThatMovedALoop_IsWrittenButNotTooOften()
    {
        var memory = new LoopMemory(_store, _tables);
        memory.Write(new LoopBank(_tables, [60_000_000, 80_000_000]), 1000);
        var moved = new LoopBank(_tables, [60_010_000, 80_000_000]);
        Assert.IsFalse(memory.NeedsWrite(moved, LoopMemory.RestMs + 999));
        Assert.IsTrue(memory.NeedsWrite(moved, LoopMemory.RestMs + 1000));
        Assert.IsFalse(memory.NeedsWrite(new LoopBank(_tables, [60_000_100, 80_000_000]), LoopMemory.RestMs + 1000), "that is little");
    }

    // H9
    [TestMethod]
    public void LoopAtFault_IsForgottenAtOnce()
    {
        var memory = new LoopMemory(_store, _tables);
        var bank = new LoopBank(_tables, [60_000_000, 80_000_000]);
        memory.Write(bank, 0);
        for (int scan = 0; scan < 10; scan++)
        {
            bank.Put(0, 0, 20_000);
            bank.Put(1, 3200, 20_000);
            bank.Sense(0);
        }

        Assert.IsTrue(memory.NeedsWrite(bank, 1));
        memory.Write(bank, 1);
        CollectionAssert.AreEqual(new[] { 0, 80_000_000 }, new LoopMemory(_store, _tables).MilliHz);
    }

    [TestMethod]
    public void Write_ThatFailed_IsStillWanted()
    {
        var memory = new LoopMemory(_store, _tables);
        var bank = new LoopBank(_tables, [60_000_000, 80_000_000]);
        _store.BytesUntilPowerCut = 10;
        Assert.ThrowsExactly<PowerCutException>(() => memory.Write(bank, 0));
        Assert.IsTrue(memory.NeedsWrite(bank, 1), "a flash that refused once is asked again");
        _store.BytesUntilPowerCut = int.MaxValue;
        memory.Write(bank, 1);
        CollectionAssert.AreEqual(new[] { 60_000_000, 80_000_000 }, new LoopMemory(_store, _tables).MilliHz);
    }

    [TestMethod]
    public void Copy_ThatIsDamaged_LeavesTheOther()
    {
        var memory = new LoopMemory(_store, _tables);
        memory.Write(new LoopBank(_tables, [60_000_000, 80_000_000]), 0);
        memory.Write(new LoopBank(_tables, [60_000_001, 80_000_001]), 0);
        byte[] newest = _store.Files["loops0.bin"];
        newest[12]++;
        _store.Write("loops0.bin", newest, newest.Length);
        CollectionAssert.AreEqual(new[] { 60_000_000, 80_000_000 }, new LoopMemory(_store, _tables).MilliHz);
        _store.Write("loops1.bin", newest, newest.Length);
        CollectionAssert.AreEqual(new[] { 0, 0 }, new LoopMemory(_store, _tables).MilliHz);
    }
}
