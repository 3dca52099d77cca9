namespace BarrierNode.Control.Tests;

[TestClass]
public class KeptMemoryTests
{
    private static int[] All(KeptValues values) => [.. Enumerable.Range(0, KeptValues.Count).Select(values.At)];

    private static KeptValues Stored(MemoryStore store)
    {
        var values = new KeptValues();
        _ = new KeptMemory(store, values);
        return values;
    }

    [TestMethod]
    public void Open_NewNode_HasZeros() => CollectionAssert.AreEqual(new int[KeptValues.Count], All(Stored(new MemoryStore())));

    [TestMethod]
    public void Write_Values_AreReadBackByTheNextStart()
    {
        var store = new MemoryStore();
        var values = new KeptValues();
        var memory = new KeptMemory(store, values);
        values.Set(0, KeptSlot.Cycles, 7);
        values.Set(3, KeptSlot.LearnedLowerMs, -2);
        memory.Write(0);
        CollectionAssert.AreEqual(All(values), All(Stored(store)));
        Assert.AreEqual(-2, Stored(store).Get(3, KeptSlot.LearnedLowerMs));
    }

    [TestMethod]
    public void NeedsWrite_Counter_WaitsTenMinutes()
    {
        var values = new KeptValues();
        var memory = new KeptMemory(new MemoryStore(), values);
        Assert.IsFalse(memory.NeedsWrite(long.MaxValue), "nothing has changed");
        values.Set(0, KeptSlot.Cycles, 1);
        Assert.IsFalse(memory.NeedsWrite(KeptMemory.SlowMs - 1));
        Assert.IsTrue(memory.NeedsWrite(KeptMemory.SlowMs));
        memory.Write(KeptMemory.SlowMs);
        Assert.IsFalse(memory.NeedsWrite(long.MaxValue));
        values.Set(0, KeptSlot.Cycles, 2);
        Assert.IsFalse(memory.NeedsWrite((2 * KeptMemory.SlowMs) - 1));
        Assert.IsTrue(memory.NeedsWrite(2 * KeptMemory.SlowMs));
    }

    [TestMethod]
    [DataRow(KeptSlot.EmergencyOperation)]
    [DataRow(KeptSlot.KeepOpen)]
    [DataRow(KeptSlot.Egress)]
    public void NeedsWrite_WhatIsInForce_DoesNotWait(KeptSlot slot)
    {
        var values = new KeptValues();
        var memory = new KeptMemory(new MemoryStore(), values);
        values.Set(1, slot, 1);
        Assert.IsTrue(memory.NeedsWrite(0));
        memory.Write(0);
        Assert.IsFalse(memory.NeedsWrite(0));
        values.Set(1, slot, 1);
        Assert.IsFalse(memory.NeedsWrite(0), "it was so already");
        values.Set(1, slot, 0);
        Assert.IsTrue(memory.NeedsWrite(0));
    }

    [TestMethod]
    public void PowerCut_AtEveryByte_LeavesTheNumbersBeforeOrAfter()
    {
        for (int cut = 0; ; cut++)
        {
            var store = new MemoryStore();
            var values = new KeptValues();
            var memory = new KeptMemory(store, values);
            for (int i = 0; i < KeptValues.Count; i++)
            {
                values.Restore(i, 100 + i);
            }

            memory.Write(0);
            memory.Write(0);
            int[] before = All(values);
            for (int i = 0; i < KeptValues.Count; i++)
            {
                values.Restore(i, -1000 - i);
            }

            int[] after = All(values);
            store.BytesUntilPowerCut = cut;
            bool finished = TryWrite(memory);
            store.BytesUntilPowerCut = int.MaxValue;
            CollectionAssert.AreEqual(finished ? after : before, All(Stored(store)), $"cut after {cut} bytes");

            // The next life writes over the broken copy, and the whole one stays until that is done.
            KeptValues next = Stored(store);
            var again = new KeptMemory(store, next);
            next.Set(0, KeptSlot.Cycles, 5);
            again.Write(0);
            Assert.AreEqual(5, Stored(store).Get(0, KeptSlot.Cycles), $"cut after {cut} bytes, then written again");
            if (finished)
            {
                Assert.IsGreaterThan(500, cut, "the power was cut somewhere");
                return;
            }
        }
    }

    [TestMethod]
    public void FlashFull_WriteThatThrew_IsTriedAgainOverTheSameCopy()
    {
        var store = new MemoryStore();
        var values = new KeptValues();
        var memory = new KeptMemory(store, values);
        values.Set(0, KeptSlot.KeepOpen, 1);
        memory.Write(0);
        values.Set(0, KeptSlot.KeepOpen, 0);
        for (int tries = 0; tries < 3; tries++)
        {
            store.BytesUntilPowerCut = 100;
            Assert.IsFalse(TryWrite(memory));
            store.BytesUntilPowerCut = int.MaxValue;
            Assert.IsTrue(memory.NeedsWrite(0));
            Assert.AreEqual(1, Stored(store).Get(0, KeptSlot.KeepOpen), "the whole copy is not touched");
        }

        memory.Write(0);
        Assert.AreEqual(0, Stored(store).Get(0, KeptSlot.KeepOpen));
        Assert.IsFalse(memory.NeedsWrite(0));
    }

    [TestMethod]
    public void Open_OneBitFlippedAnywhere_FallsBackToTheOtherCopy()
    {
        var store = new MemoryStore();
        var values = new KeptValues();
        var memory = new KeptMemory(store, values);
        values.Set(0, KeptSlot.Cycles, 1);
        memory.Write(0);
        values.Set(0, KeptSlot.Cycles, 2);
        memory.Write(0);
        byte[] newest = store.Files["kept0.bin"];
        for (int i = 0; i < newest.Length; i++)
        {
            newest[i] ^= 16;
            Assert.AreEqual(1, Stored(store).Get(0, KeptSlot.Cycles), $"byte {i}");
            newest[i] ^= 16;
        }

        Assert.AreEqual(2, Stored(store).Get(0, KeptSlot.Cycles));
    }

    private static bool TryWrite(KeptMemory memory)
    {
        try
        {
            memory.Write(0);
            return true;
        }
        catch (PowerCutException)
        {
            return false;
        }
    }
}
