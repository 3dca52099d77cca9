using System.Buffers.Binary;

namespace BarrierNode.Interlock.Tests;

/// <summary>The recorder by itself, against docs/flight-record.md. That its records replay bit for bit is a matter of the street's tests.</summary>
[TestClass]
public class FlightRecorderTests
{
    private const int FrameWords = 3;
    private const int CommandsPerScan = 2;
    private const int TableHash = unchecked((int)0x8badf00d);
    private const int EntriesAt = 32 + (8 * FrameWords);

    [TestMethod]
    public void New_Recorder_IsEmptyAndRecords()
    {
        FlightRecorder recorder = New();
        Assert.IsFalse(recorder.Frozen);
        Assert.AreEqual(0, recorder.Missed);
        Assert.AreEqual(0, recorder.Number);
        Assert.AreEqual(EntriesAt, recorder.Length);
    }

    [TestMethod]
    public void Begin_FirstScan_AsksForTheStateAndThenNotInEveryScan()
    {
        FlightRecorder recorder = New();
        Assert.AreEqual(0, recorder.Begin().At);
        Assert.AreEqual(0, recorder.Begin().At, "nothing was recorded yet, so the state is asked for again");
        recorder.Scan(20_000, 0, 0, 0, 0, 0);
        Assert.IsNull(recorder.Begin());
    }

    [TestMethod]
    public void Begin_SegmentCannotTakeTheLongestScan_StartsTheOtherWithItsState()
    {
        FlightRecorder recorder = New();
        recorder.Begin();
        const int lastStart = FlightRecorder.SegmentEntries - CommandsPerScan - 1;
        for (int i = 0; i < lastStart; i++)
        {
            recorder.Scan(i, 0, 0, 0, 0, 0);
        }

        Assert.IsNull(recorder.Begin(), "two commands and a scan still fit");
        recorder.Scan(lastStart, 0, 0, 0, 0, 0);
        Assert.AreEqual(FrameWords, recorder.Begin().At);
        recorder.Scan(lastStart + 1, 0, 0, 0, 0, 0);
        Assert.IsNull(recorder.Begin());
        Assert.AreEqual(lastStart + 2, Head(recorder, 5));
    }

    [TestMethod]
    public void Begin_LongestScansOnly_NeverWriteBeyondTheirSegment()
    {
        FlightRecorder recorder = New();
        for (int i = 0; i < 1000; i++)
        {
            recorder.Begin();
            recorder.Command(1, 0, i);
            recorder.Command(1, 0, i);
            recorder.Scan(i, 0, 0, 0, 0, 0);
        }

        Freeze(recorder);
        int[] scans = [.. Entries(recorder).Where(e => e[0] == FlightRecorder.ScanKind).Select(e => e[1])];
        int first = scans[0];
        Assert.AreSequenceEqual(Enumerable.Range(first, 1000 - first), scans.Take(1000 - first));
        Assert.IsGreaterThan(1, first);
    }

    [TestMethod]
    [DataRow(600, DisplayName = "the older is the second one in memory")]
    [DataRow(900, DisplayName = "the older is the first one in memory")]
    public void Read_TwoSegments_BeginsWithTheOlderAndItsState(int scans)
    {
        FlightRecorder recorder = New();
        for (int i = 0; i < scans; i++)
        {
            StateFrame? frame = recorder.Begin();
            frame?.Pass(new long[] { i, ((long)i << 32) + 5, -i });
            recorder.Scan(i, 0, 0, 0, 0, 0);
        }

        Freeze(recorder);
        byte[] bytes = Bytes(recorder);
        int[][] entries = Entries(recorder);
        int first = entries[0][1];
        Assert.AreEqual((scans / 254 - 1) * 254, first, "a segment takes 254 scans, and two segments are kept");
        Assert.AreSequenceEqual(Enumerable.Range(first, scans - first), entries.Take(scans - first).Select(e => e[1]));
        Assert.IsTrue(entries.All(e => e[0] == FlightRecorder.ScanKind));
        Assert.AreEqual(first, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32)));
        Assert.AreEqual(((long)first << 32) + 5, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40)));
        Assert.AreEqual(-first, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48)));
    }

    [TestMethod]
    public void Read_Head_IsAsThePageSays()
    {
        FlightRecorder recorder = New();
        Scan(recorder);
        Freeze(recorder, 41);
        byte[] bytes = Bytes(recorder);
        Assert.AreSequenceEqual("BNFR"u8.ToArray(), bytes.Take(4));
        int[] head = [.. Enumerable.Range(1, 7).Select(i => Word(bytes, 4 * i))];
        Assert.AreSequenceEqual([1, TableHash, InterlockVersion.SourceHash, FrameWords, 65, 41, 0], head);
    }

    [TestMethod]
    public void Read_EntriesOfOneSegment_AreAsThePageSays()
    {
        FlightRecorder recorder = New();
        recorder.Begin().Pass(new long[] { 1, -2, 3L << 40 });
        recorder.Command(7, 1, 99);
        recorder.Scan(20_001, 0x1234, unchecked((long)0xfedcba9876543210), 0x8001, 0x8000, FlightRecorder.PulseFlag);
        recorder.Scan(20_002, -1, -1, -1, 0, FlightRecorder.QuietAskedFlag);
        recorder.Scan(20_003, 0, 0xffffffff, 0, 0xffff, 0);
        Freeze(recorder);
        byte[] bytes = Bytes(recorder);
        Assert.AreEqual(1, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32)));
        Assert.AreEqual(-2, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(40)));
        Assert.AreEqual(3L << 40, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48)));
        int[][] entries = Entries(recorder);
        Assert.AreSequenceEqual([2, 7, 1, 99, 0], entries[0]);
        Assert.AreSequenceEqual([1 + 8, 20_001, 0x1234, unchecked((int)0xfedcba98), unchecked((int)0x80008001)], entries[1]);
        Assert.AreSequenceEqual([1 + 4, 20_002, -1, -1, 0xffff], entries[2]);
        Assert.AreSequenceEqual([1, 20_003, 0, 0, unchecked((int)0xffff0000)], entries[3]);
    }

    [TestMethod]
    [DataRow(long.MinValue, -1)]
    [DataRow(-5L, -1)]
    [DataRow(-1L, -1)]
    [DataRow(0L, 0)]
    [DataRow(1L, 1)]
    [DataRow(599_999_999L, 599_999_999)]
    [DataRow(600_000_000L, 600_000_000)]
    [DataRow(600_000_001L, 600_000_000)]
    [DataRow((1L << 32) + 7, 600_000_000)]
    [DataRow(long.MaxValue, 600_000_000)]
    public void Scan_GapOfAnyLength_IsKeptWithinTheTimesOfATable(long elapsedUs, int kept)
    {
        FlightRecorder recorder = New();
        recorder.Begin();
        recorder.Scan(elapsedUs, 0, 0, 0, 0, 0);
        Freeze(recorder);
        Assert.AreEqual(kept, Entries(recorder)[0][1]);
    }

    [TestMethod]
    public void Trigger_ThenScans_FreezesAfterSixtyFourAndCommandsDoNotCount()
    {
        FlightRecorder recorder = New();
        Scan(recorder);
        recorder.Trigger(3);
        for (int i = 1; i < FlightRecorder.EntriesAfterTrigger; i++)
        {
            Scan(recorder);
            recorder.Command(1, 0, i);
            Assert.IsFalse(recorder.Frozen, $"{i} scans after the trigger");
        }

        Scan(recorder);
        Assert.IsTrue(recorder.Frozen);
        Assert.AreEqual(64, FlightRecorder.EntriesAfterTrigger);
        Assert.AreEqual(1 + 64 + 63, Head(recorder, 5));
    }

    [TestMethod]
    public void Scan_WithoutTrigger_NeverFreezes()
    {
        FlightRecorder recorder = New();
        for (int i = 0; i < 2000; i++)
        {
            Scan(recorder);
            Assert.IsFalse(recorder.Frozen);
        }
    }

    [TestMethod]
    public void Frozen_WhateverComes_TheRecordStaysAsItIs()
    {
        FlightRecorder recorder = New();
        Scan(recorder);
        Freeze(recorder, 5);
        byte[] before = Bytes(recorder);
        for (int i = 0; i < 600; i++)
        {
            Assert.IsNull(recorder.Begin());
            recorder.Command(1, 2, 3);
            recorder.Scan(1, 2, 3, 4, 5, 0);
        }

        recorder.Trigger(6);
        Assert.IsTrue(recorder.Frozen);
        Assert.AreSequenceEqual(before, Bytes(recorder));
    }

    [TestMethod]
    public void Trigger_WhileOneRunsOrIsFrozen_IsCountedAndTheFirstKeepsItsName()
    {
        FlightRecorder recorder = New();
        Scan(recorder);
        Assert.IsTrue(recorder.Trigger(0));
        Assert.AreEqual(0, recorder.Missed);
        Assert.IsFalse(recorder.Trigger(7));
        Assert.AreEqual(1, recorder.Missed);
        ScanUntilFrozen(recorder);
        Assert.IsFalse(recorder.Trigger(8));
        Assert.AreEqual(2, recorder.Missed);
        Assert.AreEqual(0, recorder.Reason);
        Assert.AreEqual(0, Head(recorder, 6));
    }

    [TestMethod]
    public void Trigger_OneThatIsMissed_DoesNotPutOffTheFreeze()
    {
        FlightRecorder recorder = New();
        recorder.Trigger(1);
        for (int i = 0; i < 40; i++)
        {
            Scan(recorder);
        }

        recorder.Trigger(2);
        for (int i = 0; i < 24; i++)
        {
            Scan(recorder);
        }

        Assert.IsTrue(recorder.Frozen);
    }

    [TestMethod]
    public void Release_OfARecordOfTwoSegments_RecordsFromEmptyAgain()
    {
        FlightRecorder recorder = New();
        for (int i = 0; i < 300; i++)
        {
            Scan(recorder);
        }

        recorder.Trigger(1);
        recorder.Trigger(1);
        ScanUntilFrozen(recorder);
        recorder.Release();
        Assert.IsFalse(recorder.Frozen);
        Assert.AreEqual(EntriesAt, recorder.Length);
        Assert.AreEqual(1, recorder.Missed, "it is a count since the start");
        Assert.AreEqual(0, recorder.Begin().At, "from the first segment");
        for (int i = 0; i < 100; i++)
        {
            Scan(recorder, 50_000 + i);
        }

        Assert.IsFalse(recorder.Frozen, "the old trigger is gone");
        Assert.AreEqual(1, recorder.Number);
        Freeze(recorder, 12);
        Assert.AreEqual(2, recorder.Number);
        Assert.AreEqual(12, recorder.Reason);
        Assert.AreEqual(12, Head(recorder, 6));
        Assert.AreEqual(50_000, Entries(recorder)[0][1]);
        Assert.AreEqual(164, Head(recorder, 5));
    }

    [TestMethod]
    public void Read_InPartsOfAnySize_GivesTheSameBytesAndTouchesNoOthers()
    {
        FlightRecorder recorder = New();
        for (int i = 0; i < 270; i++)
        {
            recorder.Begin()?.Pass(new long[] { -1 - i, 0x0123456789abcdef, i });
            recorder.Scan(i * 70_001, i * 0x1010101, (long)i << 33, i, i, 0);
        }

        Freeze(recorder);
        byte[] whole = Bytes(recorder);
        for (int size = 1; size < 12; size++)
        {
            for (int from = 0; from < whole.Length; from += size)
            {
                int count = Math.Min(size, whole.Length - from);
                byte[] part = new byte[count + 4];
                Array.Fill(part, (byte)0xA5);
                recorder.Read(from, part, 3, count);
                byte[] expected = [0xA5, 0xA5, 0xA5, .. whole.AsSpan(from, count), 0xA5];
                Assert.IsTrue(expected.AsSpan().SequenceEqual(part), $"{count} bytes from {from}");
            }
        }
    }

    [TestMethod]
    public void Read_OfNothing_TouchesNothing()
    {
        byte[] bytes = [9];
        New().Read(0, bytes, 0, 0);
        Assert.AreEqual((byte)9, bytes[0]);
    }

    private static FlightRecorder New() => new(FrameWords, CommandsPerScan, TableHash);

    private static void Scan(FlightRecorder recorder, long elapsedUs = 20_000)
    {
        recorder.Begin();
        recorder.Scan(elapsedUs, 0, 0, 0, 0, 0);
    }

    private static void Freeze(FlightRecorder recorder, int reason = -1)
    {
        recorder.Trigger(reason);
        ScanUntilFrozen(recorder);
    }

    private static void ScanUntilFrozen(FlightRecorder recorder)
    {
        for (int i = 0; i < FlightRecorder.EntriesAfterTrigger && !recorder.Frozen; i++)
        {
            Scan(recorder, 1_000_000);
        }

        Assert.IsTrue(recorder.Frozen);
    }

    private static byte[] Bytes(FlightRecorder recorder)
    {
        byte[] bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static int[][] Entries(FlightRecorder recorder)
    {
        byte[] bytes = Bytes(recorder);
        Assert.AreEqual(EntriesAt + (20 * Word(bytes, 20)), bytes.Length);
        return [.. Enumerable.Range(0, Word(bytes, 20)).Select(e => Enumerable.Range(0, 5).Select(w => Word(bytes, EntriesAt + (20 * e) + (4 * w))).ToArray())];
    }

    private static int Head(FlightRecorder recorder, int word) => Word(Bytes(recorder), 4 * word);

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
