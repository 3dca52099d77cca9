namespace BarrierNode.Control.Tests;

[TestClass]
public class JournalTests
{
    private static void Note(Journal journal, int a) => journal.Note(EventCode.Detected, -1, CommandOp.None, a, 0, a * 10L);

    private static int[] Kept(Journal journal)
    {
        var entry = new JournalEntry();
        var kept = new List<int>();
        for (long n = journal.Oldest; n <= journal.LastStored; n++)
        {
            if (journal.Load(n, entry))
            {
                Assert.AreEqual(n, entry.Number);
                kept.Add(entry.A);
            }
        }

        return [.. kept];
    }

    [TestMethod]
    public void Write_NotedEvents_AreNumberedFromOneAndReadBack()
    {
        var journal = new Journal(new MemoryStore());
        journal.Note(EventCode.CommandRefused, 1, CommandOp.Raise, 20, 0x1_0000_0002, 123_456_789_012);
        Assert.AreEqual(0, journal.LastStored, "nothing has a number before it is stored");
        journal.Write(0, 0);
        var entry = new JournalEntry();
        Assert.IsTrue(journal.Load(1, entry));
        Assert.AreEqual(EventCode.CommandRefused, entry.Code);
        Assert.AreEqual(1, entry.Lane);
        Assert.AreEqual(CommandOp.Raise, entry.Op);
        Assert.AreEqual(20, entry.A);
        Assert.AreEqual(0x1_0000_0002, entry.B);
        Assert.AreEqual(123_456_789_012, entry.UptimeMs);
        Assert.AreEqual(1, entry.Start);
    }

    [TestMethod]
    public void Open_AfterRestarts_CountsStartsAndGoesOnNumbering()
    {
        var store = new MemoryStore();
        for (int start = 1; start <= 5; start++)
        {
            var journal = new Journal(store);
            Assert.AreEqual(start, journal.Start);
            Note(journal, start);
            journal.Write(0, 0);
            Assert.AreEqual(start, journal.LastStored);
        }

        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4, 5 }, Kept(new Journal(store)));
    }

    [TestMethod]
    public void Write_OverManyFiles_KeepsEveryEventInOrder()
    {
        var store = new MemoryStore();
        var journal = new Journal(store);
        for (int i = 0; i < 1000; i++)
        {
            Note(journal, i);
            if (i % 7 == 0)
            {
                journal.Write(0, 0);
            }
        }

        journal.Write(0, 0);
        CollectionAssert.AreEqual(Enumerable.Range(0, 1000).ToArray(), Kept(journal));
        CollectionAssert.AreEqual(Enumerable.Range(0, 1000).ToArray(), Kept(new Journal(store)));
    }

    [TestMethod]
    public void Open_LastFileExactlyFull_StillReadsItsEvents()
    {
        var store = new MemoryStore();
        var journal = new Journal(store);
        for (int i = 0; i < Journal.SegmentEvents; i++)
        {
            Note(journal, i);
            journal.Write(0, 0);
        }

        CollectionAssert.AreEqual(Enumerable.Range(0, Journal.SegmentEvents).ToArray(), Kept(new Journal(store)));
    }

    [TestMethod]
    public void Confirm_WholeFilesConfirmed_AreDeletedAndStayConfirmedOverARestart()
    {
        var store = new MemoryStore();
        var journal = new Journal(store);
        for (int i = 0; i < 600; i++)
        {
            Note(journal, i);
            journal.Write(0, 0);
        }

        Assert.IsTrue(journal.Confirm(520));
        journal.Write(0, 0);
        Assert.AreEqual(513, journal.Oldest);
        Assert.AreEqual(1, store.Files.Keys.Count(f => f.StartsWith("events", StringComparison.Ordinal)));
        var again = new Journal(store);
        Assert.IsGreaterThanOrEqualTo(512, again.Confirmed);
        Assert.AreEqual(600, again.LastStored);
    }

    [TestMethod]
    public void Confirm_ImpossibleNumber_IsIgnored()
    {
        var journal = new Journal(new MemoryStore());
        Note(journal, 1);
        Note(journal, 2);
        journal.Write(0, 0);
        Assert.IsTrue(journal.Confirm(1));
        Assert.IsFalse(journal.Confirm(3), "not stored yet");
        Assert.IsFalse(journal.Confirm(0), "behind what is confirmed");
        Assert.IsFalse(journal.Confirm(-1));
        Assert.AreEqual(1, journal.Confirmed);
        Assert.AreEqual(1, journal.Unconfirmed);
    }

    [TestMethod]
    public void Note_MoreThanCanWait_TellsHowManyAreLost()
    {
        var journal = new Journal(new MemoryStore());
        for (int i = 0; i < Journal.MaxWaiting + 5; i++)
        {
            Note(journal, i);
        }

        journal.Write(0, 77);
        journal.Write(0, 77);
        var entry = new JournalEntry();
        Assert.IsTrue(journal.Load(journal.LastStored, entry));
        Assert.AreEqual(EventCode.EventsLost, entry.Code);
        Assert.AreEqual(5, entry.A);
    }

    [TestMethod]
    public void Write_JournalFull_DropsTheOldestFileAndSaysSo()
    {
        var journal = new Journal(new MemoryStore());
        int capacity = Journal.MaxSegments * Journal.SegmentEvents;
        for (int i = 0; i <= capacity; i++)
        {
            Note(journal, i);
            journal.Write(0, 0);
        }

        journal.Write(0, 0);
        Assert.AreEqual(Journal.SegmentEvents + 1, journal.Oldest);
        var entry = new JournalEntry();
        Assert.IsTrue(journal.Load(journal.LastStored, entry));
        Assert.AreEqual(EventCode.EventsLost, entry.Code);
        Assert.AreEqual(Journal.SegmentEvents, entry.A);
    }

    [TestMethod]
    public void LatchedTrips_Written_AreKnownAfterARestart()
    {
        var store = new MemoryStore();
        var journal = new Journal(store);
        Assert.IsTrue(journal.NeedsWrite(4));
        journal.Write(4, 0);
        Assert.IsFalse(journal.NeedsWrite(4));
        Assert.AreEqual(4, new Journal(store).LatchedTrips);
    }

    [TestMethod]
    public void LatchedTrips_BothCopiesUnreadable_CountAsAllLatched()
    {
        var store = new MemoryStore();
        _ = new Journal(store);
        _ = new Journal(store);
        store.Files["memory0.bin"][9] ^= 1;
        store.Files["memory1.bin"][9] ^= 1;
        Assert.AreEqual(-1, new Journal(store).LatchedTrips);
    }

    [TestMethod]
    public void Write_FlashFullAtAnyByte_GoesOnLaterWithEveryEventOnce()
    {
        for (int room = 0; room < 600; room++)
        {
            var store = new MemoryStore();
            var journal = new Journal(store);
            for (int i = 0; i < 20; i++)
            {
                Note(journal, i);
            }

            store.BytesUntilPowerCut = room;
            Assert.ThrowsExactly<PowerCutException>(() => journal.Write(0, 0));
            Note(journal, 20);
            store.BytesUntilPowerCut = int.MaxValue;
            journal.Write(0, 0);
            CollectionAssert.AreEqual(Enumerable.Range(0, 21).ToArray(), Kept(journal), $"room for {room} bytes");
            CollectionAssert.AreEqual(Enumerable.Range(0, 21).ToArray(), Kept(new Journal(store)), $"room for {room} bytes, after a restart");
        }
    }

    [TestMethod]
    public void PowerCut_AtEveryByte_LosesNothingStoredAndReusesNoNumber()
    {
        // What a hub has seen: an event is sent only after Write has returned.
        for (int cut = 0; ; cut++)
        {
            var store = new MemoryStore();
            var sent = new Dictionary<long, int>();
            int latchedKnown = 0;
            store.BytesUntilPowerCut = cut;
            bool finished = Life(store, sent, 1, ref latchedKnown);
            store.BytesUntilPowerCut = int.MaxValue;
            int latchedBefore = latchedKnown;
            var second = new Dictionary<long, int>(sent);
            Assert.IsTrue(Life(store, second, 1000, ref latchedKnown));
            var journal = new Journal(store);
            var entry = new JournalEntry();
            foreach ((long number, int a) in second)
            {
                Assert.IsTrue(journal.Load(number, entry), $"cut after {cut} bytes: event {number} is lost");
                Assert.AreEqual(a, entry.A, $"cut after {cut} bytes: event {number} means two things");
            }

            Assert.IsGreaterThanOrEqualTo(latchedBefore, journal.LatchedTrips, $"cut after {cut} bytes: a latch is lost");
            if (finished)
            {
                Assert.IsGreaterThan(500, cut, "the power was cut somewhere");
                break;
            }
        }
    }

    private static bool Life(MemoryStore store, Dictionary<long, int> sent, int first, ref int latched)
    {
        try
        {
            var journal = new Journal(store);
            for (int i = 0; i < 8; i++)
            {
                for (int k = 0; k <= i % 3; k++)
                {
                    Note(journal, first + (10 * i) + k);
                }

                long before = journal.LastStored;
                journal.Write(latched + 1, 0);
                latched++;
                var entry = new JournalEntry();
                for (long n = before + 1; n <= journal.LastStored; n++)
                {
                    Assert.IsTrue(journal.Load(n, entry));
                    Assert.IsTrue(sent.TryAdd(n, entry.A), $"number {n} was used before");
                }
            }

            return true;
        }
        catch (PowerCutException)
        {
            return false;
        }
    }
}
