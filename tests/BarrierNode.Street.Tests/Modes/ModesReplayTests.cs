using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Modes;

[TestClass]
public sealed class ModesReplayTests
{
    private static readonly string[] s_contacts =
        [ModeRig.Raise, ModeRig.Lower, ModeRig.LocalKey, ModeRig.MaintenanceKey, ModeRig.TestKey, ModeRig.Obstruction, ModeRig.FreeExit];

    private static readonly CommandOp[] s_ops =
    [
        CommandOp.Raise, CommandOp.Lower, CommandOp.Stop, CommandOp.Reset, CommandOp.KeepOpen, CommandOp.Release, CommandOp.Convoy, CommandOp.Automatic,
        CommandOp.Bypass,
    ];

    // A record of a lane at rest proves little: most are asked for while it moves.
    private const int LongestWaitQuarters = 1000;

    [TestMethod]
    public void Record_OfALaneInEveryMode_ReplaysBitForBit()
    {
        int seed = RandomSeed.Of();
        int moving = 0;
        int held = 0;
        for (int run = 0; run < 100; run++)
        {
            var random = new Random(seed + run);
            LaneRig rig = ModeRig.Of(
                $"reraiseAfterTransitMs: 1000, reraiseNoTransitMs: 3000, unattendedWarningMs: 500, maxRetries: {random.Next(3)}, retryDelayMs: 1000, "
                + $"maxCyclesPerHour: {random.Next(20)}, convoyMaxVehicles: 5, convoyGapMs: 5000, bypassMaxMin: 9, serviceModeMaxMin: 1, "
                + $"stepMode: {random.Next(2)}, holdToRun: {random.Next(2)}, keepOpenMaxMin: 3, freeExitInhibitMs: 500");
            int seconds = random.Next(20, 120);
            for (int i = 0; i < seconds * 4 || (i < LongestWaitQuarters && !Moves(rig)); i++)
            {
                Disturb(rig, random);
                rig.Run(0.25);
                held += rig.Holds.Length > 0 ? 1 : 0;
            }

            rig.Cabinet.Controller.WantRecord();
            rig.RunUntil(() => rig.Cabinet.Controller.Recorder.Frozen, 3, "frozen");
            IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(rig.Table, FlightRecord.Of(rig.Cabinet.Controller.Recorder));
            int different = replay.ToList().FindIndex(s => !s.IsSame);
            Assert.AreEqual(-1, different, $"seed {seed} + {run}: scan {different} is {(different < 0 ? null : replay[different])}");
            moving += replay.Count(s => (s.Permitted & rig.Table.Gate.MotionOutputs) != 0);
        }

        Console.WriteLine($"seed {seed}: {moving} scans with motion replayed, {held} quarters of a second with holds");
        Assert.IsGreaterThan(1000, moving, "the runs move too little to prove anything");
        Assert.IsGreaterThan(1000, held);
    }

    private static bool Moves(LaneRig rig) => (rig.Cabinet.Outputs & rig.Table.Gate.MotionOutputs) != 0;

    private static void Disturb(LaneRig rig, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                rig.Street.SetContact(s_contacts[random.Next(s_contacts.Length)], true);
                break;
            case 1 or 2:
                foreach (string contact in s_contacts)
                {
                    rig.Street.SetContact(contact, contact == ModeRig.LocalKey && random.Next(3) == 0);
                }

                break;
            case 3:
                CommandOp op = s_ops[random.Next(s_ops.Length)];
                int argument = op == CommandOp.Bypass ? (random.Next(3) * 64) + rig.Input("entryLoop") : random.Next(3);
                rig.Command(op, 0, argument);
                break;
            case 4:
                rig.Street.CutWire(ModeRig.EntryLoopPin);
                break;
            case 5:
                rig.Street.MendWire(ModeRig.EntryLoopPin);
                break;
            default:
                break;
        }
    }
}
