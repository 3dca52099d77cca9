using System.Buffers.Binary;

namespace BarrierNode.Interlock.Tests;

/// <summary>The record of the last scans, as docs/flight-record.md lays it out.</summary>
[TestClass]
public class FlightRecorderTests
{
    private const int FrameWords = 2;
    private const int CommandsPerScan = 3;
    private const int TableHash = 0x12345678;
    private const int EntriesAt = FlightRecorder.HeadLength + (8 * FrameWords);
    private const int EntryLength = 4 * FlightRecorder.EntryWords;

    // A segment ends when a scan with all its commands might not fit into it.
    private const int ScansOfASegment = FlightRecorder.SegmentEntries - CommandsPerScan;

    [TestMethod]
    public void Read_AfterAFewScans_HasHeadStateAndEntries()
    {
        FlightRecorder recorder = Make();
        Save(recorder.Begin(), 0x1122334455667788, -2);
        recorder.Command(7, 2, 99);
        recorder.Scan(20_000, -1, unchecked((long)0x80000001_FFFFFFFF), 0x8001, 0x4002, FlightRecorder.PulseFlag);
        recorder.Trigger(40);
        Freeze(recorder);

        byte[] record = Bytes(recorder);
        Assert.AreEqual("BNFR", System.Text.Encoding.ASCII.GetString(record, 0, 4));
        int[] head = [1, TableHash, InterlockVersion.SourceHash, FrameWords, 2 + FlightRecorder.EntriesAfterTrigger, 40, 0];
        CollectionAssert.AreEqual(head, Enumerable.Range(1, 7).Select(w => Word(record, 4 * w)).ToArray());
        Assert.AreEqual(0x1122334455667788, BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(FlightRecorder.HeadLength)));
        Assert.AreEqual(-2, BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(FlightRecorder.HeadLength + 8)));
        CollectionAssert.AreEqual(new[] { 2, 7, 2, 99, 0 }, Entry(record, 0));
        CollectionAssert.AreEqual(new[] { 9, 20_000, -1, unchecked((int)0x80000001), 0x4002_8001 }, Entry(record, 1));
    }

    [TestMethod]
    [DataRow(-5L, -1)]
    [DataRow(0L, 0)]
    [DataRow(600_000_000L, 600_000_000)]
    [DataRow(600_000_001L, 600_000_000)]
    [DataRow(long.MaxValue, 600_000_000)]
    public void Scan_Gap_IsKeptWithinTheRangeOfTheGate(long elapsedUs, int gapUs)
    {
        FlightRecorder recorder = Make();
        recorder.Begin();
        recorder.Scan(elapsedUs, 0, 0, 0, 0, 0);
        Assert.AreEqual(gapUs, Entry(Bytes(recorder), 0)[1]);
    }

    [TestMethod]
    public void Begin_FirstScanOfASegmentOnly_AsksForTheState()
    {
        FlightRecorder recorder = Make();
        for (int segment = 0; segment < 4; segment++)
        {
            for (int i = 0; i < ScansOfASegment; i++)
            {
                StateFrame? frame = recorder.Begin();
                Assert.AreEqual(i == 0, frame is not null, $"scan {i} of segment {segment}");
                Assert.IsTrue(frame is null || frame.At == segment % 2 * FrameWords);
                recorder.Scan(0, 0, 0, 0, 0, 0);
            }
        }
    }

    [TestMethod]
    public void Read_AfterManyScans_HasTheLastTwoSegmentsInTheirOrderWithTheStateBeforeThem()
    {
        foreach (int more in new[] { 0, 1, 100, ScansOfASegment })
        {
            FlightRecorder recorder = Make();
            int scans = (3 * ScansOfASegment) + more;
            for (int i = 0; i < scans; i++)
            {
                Save(recorder.Begin(), i, i);
                recorder.Scan(i, 0, 0, 0, 0, 0);
            }

            byte[] record = Bytes(recorder);
            int entries = Word(record, 20);
            int first = scans - entries;
            Assert.AreEqual(ScansOfASegment + (more % ScansOfASegment == 0 ? ScansOfASegment : more), entries);
            Assert.AreEqual(first, BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(FlightRecorder.HeadLength)));
            for (int i = 0; i < entries; i++)
            {
                Assert.AreEqual(first + i, Entry(record, i)[1]);
            }
        }
    }

    [TestMethod]
    public void Read_InPartsOfAnySize_IsTheSameRecord()
    {
        FlightRecorder recorder = Make();
        Save(recorder.Begin(), long.MaxValue, 1);
        Freeze(recorder, 5);
        byte[] whole = Bytes(recorder);
        for (int size = 1; size < 40; size++)
        {
            byte[] parts = new byte[whole.Length];
            for (int from = 0; from < whole.Length; from += size)
            {
                recorder.Read(from, parts, from, Math.Min(size, whole.Length - from));
            }

            CollectionAssert.AreEqual(whole, parts);
        }
    }

    [TestMethod]
    public void Trigger_OneSecondLater_Freezes()
    {
        FlightRecorder recorder = Make();
        recorder.Begin();
        recorder.Scan(0, 0, 0, 0, 0, 0);
        recorder.Trigger(-1);
        for (int i = 0; i < FlightRecorder.EntriesAfterTrigger; i++)
        {
            Assert.IsFalse(recorder.Frozen);
            recorder.Begin();
            recorder.Scan(0, 0, 0, 0, 0, 0);
        }

        Assert.IsTrue(recorder.Frozen);
        Assert.AreEqual(-1, Word(Bytes(recorder), 24));
    }

    [TestMethod]
    public void Frozen_ScansAndTriggersThatFollow_ChangeNothingAndAreCounted()
    {
        FlightRecorder recorder = Make();
        recorder.Begin();
        recorder.Trigger(3);
        recorder.Trigger(4);
        Assert.AreEqual(1, recorder.Missed, "already about to freeze");
        Freeze(recorder, FlightRecorder.EntriesAfterTrigger);
        byte[] record = Bytes(recorder);
        Assert.AreEqual(3, Word(record, 24));
        for (int i = 0; i < 600; i++)
        {
            Assert.IsNull(recorder.Begin());
            recorder.Command(1, 2, 3);
            recorder.Scan(1, 2, 3, 4, 5, 0);
        }

        recorder.Trigger(5);
        Assert.AreEqual(2, recorder.Missed);
        CollectionAssert.AreEqual(record, Bytes(recorder));
    }

    [TestMethod]
    public void Release_OfAFrozenRecord_BeginsAnewWithTheState()
    {
        FlightRecorder recorder = Make();
        for (int i = 0; i < 300; i++)
        {
            recorder.Begin();
            recorder.Scan(i, 0, 0, 0, 0, 0);
        }

        recorder.Trigger(3);
        Freeze(recorder);
        recorder.Release();
        Assert.IsFalse(recorder.Frozen);
        Assert.AreEqual(EntriesAt, recorder.Length);
        Assert.AreEqual(0, recorder.Begin()?.At, "the first frame again");
        recorder.Scan(77, 0, 0, 0, 0, 0);
        Assert.AreEqual(EntriesAt + EntryLength, recorder.Length);
        Assert.AreEqual(77, Entry(Bytes(recorder), 0)[1]);
        recorder.Trigger(9);
        Freeze(recorder);
        Assert.AreEqual(9, Word(Bytes(recorder), 24));
        Assert.AreEqual(0, recorder.Missed);
    }

    [TestMethod]
    public void Scan_WithoutATrigger_NeverFreezes()
    {
        FlightRecorder recorder = Make();
        for (int i = 0; i < 2000; i++)
        {
            recorder.Begin();
            recorder.Scan(0, 0, 0, 0, 0, 0);
            Assert.IsFalse(recorder.Frozen);
        }
    }

    private static FlightRecorder Make() => new(FrameWords, CommandsPerScan, TableHash);

    private static void Save(StateFrame? frame, long first, long second)
    {
        frame?.Pass(first);
        frame?.Pass(second);
    }

    private static void Freeze(FlightRecorder recorder, int scans = FlightRecorder.EntriesAfterTrigger)
    {
        for (int i = 0; i < scans; i++)
        {
            recorder.Begin();
            recorder.Scan(0, 0, 0, 0, 0, 0);
        }
    }

    private static byte[] Bytes(FlightRecorder recorder)
    {
        byte[] bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static int Word(byte[] record, int at) => BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(at));

    private static int[] Entry(byte[] record, int entry) =>
        [.. Enumerable.Range(0, FlightRecorder.EntryWords).Select(w => Word(record, EntriesAt + (EntryLength * entry) + (4 * w)))];
}
