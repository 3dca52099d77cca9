using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Records;

[TestClass]
public class RecordReplayTests
{
    private static readonly SiteTable s_table = SiteCompiler.Compile(Promenade.Site());

    [TestMethod]
    public void Replay_OfAThousandRandomRuns_IsBitForBitWhatTheNodeDid()
    {
        int seed = RandomSeed.Of();
        long scans = 0;
        long moving = 0;
        long late = 0;
        for (int run = 0; run < 1000; run++)
        {
            FlightRecord record = RandomRun(new Random(seed + run));
            IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(s_table, record);
            int different = replay.ToList().FindIndex(s => !s.IsSame);
            Assert.AreEqual(-1, different, $"seed {seed} + {run}: scan {different} is {(different < 0 ? null : replay[different])}");
            scans += replay.Count;
            moving += replay.Count(s => (s.Permitted & s_table.Gate.MotionOutputs) != 0);
            late += replay.Count(s => s.Recorded.ElapsedUs is < 0 or > 100_000);
        }

        Console.WriteLine($"seed {seed}: {scans} scans replayed, {moving} with motion, {late} late");
        Assert.IsGreaterThan(scans / 20, moving, "the runs move too little to prove anything");
        Assert.IsGreaterThan(100, late);
    }

    [TestMethod]
    public void Replay_OutputOfARecordFalsified_IsFoundInThatScan()
    {
        Controller controller = Run(new Random(1), 400);
        byte[] bytes = Bytes(controller.Recorder);
        FlightRecord record = FlightRecord.Read(bytes);
        int scan = record.Entries.Count - 10;
        int entryAt = FlightRecorder.HeadLength + (8 * record.State.Length) + (4 * FlightRecorder.EntryWords * scan);
        bytes[entryAt + 18] ^= 1;
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(s_table, FlightRecord.Read(bytes));
        int commands = record.Entries.Take(scan).Count(e => e.IsCommand);
        Assert.AreEqual(scan - commands, replay.ToList().FindIndex(s => !s.IsSame));
    }

    [TestMethod]
    public void Record_AfterATrip_HoldsSecondsBeforeAndOneSecondAfterIt()
    {
        Controller controller = Calm(600);
        Scan(controller, CalmPins ^ EmergencyStopPin);
        while (!controller.Recorder.Frozen)
        {
            Scan(controller, CalmPins ^ EmergencyStopPin);
        }

        FlightRecord record = FlightRecord.Of(controller.Recorder);
        int trip = record.Entries.ToList().FindIndex(e => e.Pins != record.Entries[0].Pins);
        Assert.AreEqual(Array.IndexOf(s_table.InputNames, "emergencyStop"), record.Trigger);
        Assert.IsGreaterThanOrEqualTo(190, trip);
        Assert.HasCount(trip + FlightRecorder.EntriesAfterTrigger, record.Entries);
    }

    [TestMethod]
    public void Record_NotReleased_StaysAndCountsWhatItMissed()
    {
        Controller controller = Run(new Random(2), 300);
        byte[] first = Bytes(controller.Recorder);
        controller.WantRecord();
        for (int i = 0; i < 200; i++)
        {
            Scan(controller, 0);
        }

        CollectionAssert.AreEqual(first, Bytes(controller.Recorder));
        Assert.IsGreaterThanOrEqualTo(1, controller.Recorder.Missed);
    }

    [TestMethod]
    public void Record_Released_IsFollowedByAnother()
    {
        Controller controller = Run(new Random(3), 300);
        controller.ReleaseRecord();
        Scan(controller, 0);
        Assert.IsFalse(controller.Recorder.Frozen);
        controller.WantRecord();
        for (int i = 0; i < FlightRecorder.EntriesAfterTrigger; i++)
        {
            Scan(controller, 0);
        }

        Assert.IsTrue(controller.Recorder.Frozen);
        Assert.IsTrue(RecordReplay.Run(s_table, FlightRecord.Of(controller.Recorder)).All(s => s.IsSame));
    }

    [TestMethod]
    public void Records_OneAfterTheOther_AreNumberedAndTellTheirTrigger()
    {
        Controller controller = Calm(10);
        Assert.AreEqual(0, controller.Recorder.Number);
        controller.WantRecord();
        ScanUntilFrozen(controller, CalmPins);
        Assert.AreEqual((1, -1, 200L), (controller.Recorder.Number, controller.Recorder.Reason, controller.RecordUptimeMs));

        controller.ReleaseRecord();
        Scan(controller, CalmPins);
        int trip = Array.IndexOf(s_table.InputNames, "emergencyStop");
        long uptimeMs = controller.UptimeMs;
        ScanUntilFrozen(controller, CalmPins ^ EmergencyStopPin);
        Assert.AreEqual((2, trip, uptimeMs + 20), (controller.Recorder.Number, controller.Recorder.Reason, controller.RecordUptimeMs));
    }

    [TestMethod]
    public void Replay_OfDamagedRecords_TellsADifferenceOrWhatIsWrong()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        byte[] whole = Bytes(Run(new Random(7), 300).Recorder);
        int refused = 0;
        int different = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = [.. whole];
            for (int damage = random.Next(1, 4); damage > 0; damage--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                different += RecordReplay.Run(s_table, FlightRecord.Read(bytes)).Any(s => !s.IsSame) ? 1 : 0;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, damage {i}: {e}");
            }
        }

        Console.WriteLine($"seed {seed}: {refused} refused, {different} different of 2000");
        Assert.IsGreaterThan(20, refused);
        Assert.IsGreaterThan(200, different);
    }

    [TestMethod]
    [DataRow(0, "does not begin with BNFR")]
    [DataRow(4, "has version")]
    [DataRow(20, "bytes, expected")]
    [DataRow(25, "has the trigger")]
    public void Read_HeadDamaged_SaysWhatWasExpected(int at, string expected)
    {
        byte[] bytes = Bytes(Run(new Random(4), 100).Recorder);
        bytes[at] ^= 2;
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => FlightRecord.Read(bytes)).Message, expected);
    }

    [TestMethod]
    public void Read_CutShort_SaysHowLongItShouldBe()
    {
        byte[] bytes = Bytes(Run(new Random(5), 100).Recorder);
        for (int length = 0; length < bytes.Length; length += 7)
        {
            string message = Assert.ThrowsExactly<InvalidDataException>(() => FlightRecord.Read(bytes.AsSpan(0, length))).Message;
            StringAssert.Contains(message, $"has {length} bytes, expected");
        }
    }

    [TestMethod]
    public void Replay_WithAnotherSiteTable_IsRefusedAndNamesBoth()
    {
        byte[] bytes = Bytes(Run(new Random(6), 100).Recorder);
        bytes[8] ^= 1;
        FlightRecord record = FlightRecord.Read(bytes);
        string message = Assert.ThrowsExactly<InvalidDataException>(() => RecordReplay.Run(s_table, record)).Message;
        StringAssert.Contains(message, $"site table {record.TableHash:x8}, expected {s_table.Hash:x8}");
    }

    private static int EmergencyStopPin => 1 << Array.IndexOf(s_table.InputNames, "emergencyStop");

    // Nothing pressed, no vehicle, every normally closed contact closed.
    private static int CalmPins => (int)s_table.Gate.Words[GateTable.InvertedInputsAt];

    private static void ScanUntilFrozen(Controller controller, int pins)
    {
        while (!controller.Recorder.Frozen)
        {
            Scan(controller, pins);
        }
    }

    private static Controller Calm(int scans)
    {
        var controller = new Controller(s_table, 0);
        for (int i = 0; i < scans; i++)
        {
            Scan(controller, CalmPins);
        }

        return controller;
    }

    private static void Scan(Controller controller, int pins, long elapsedUs = VirtualCabinet.ScanPeriodUs)
    {
        controller.Scan(pins, elapsedUs);
        controller.EndScan(0, elapsedUs);
        while (controller.Reports.Take())
        {
            // Nobody listens; a full ring would only cost reports.
        }
    }

    private static FlightRecord RandomRun(Random random) => FlightRecord.Of(Run(random, random.Next(1, 1200)).Recorder);

    // Mostly a calm street with moves in it; now and then a contact changes, a scan is late, somebody resets, a window is asked for.
    private static Controller Run(Random random, int scans)
    {
        var controller = new Controller(s_table, 0);
        int pins = CalmPins;
        for (int i = 0; !controller.Recorder.Frozen; i++)
        {
            if (random.Next(60) == 0)
            {
                pins ^= 1 << random.Next(s_table.InputNames.Length);
            }
            else if (random.Next(40) == 0)
            {
                pins = CalmPins;
            }

            if (random.Next(25) == 0)
            {
                CommandOp op = random.Next(8) switch { < 3 => CommandOp.Raise, < 6 => CommandOp.Lower, 6 => CommandOp.Reset, _ => CommandOp.Stop };
                controller.Requests.Put(random.Next(s_table.Lanes.Length), op, i, 0);
            }

            if (random.Next(100) == 0)
            {
                controller.Quiet.Ask();
            }
            else if (random.Next(5) == 0)
            {
                controller.Quiet.GiveBack();
            }

            if (i == scans)
            {
                controller.WantRecord();
            }

            Scan(controller, pins, random.Next(200) switch { 0 => random.Next(100_000, 10_000_000), 1 => -5, < 20 => random.Next(100_000), _ => 20_000 });
        }

        return controller;
    }

    private static byte[] Bytes(FlightRecorder recorder)
    {
        var bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return bytes;
    }
}
