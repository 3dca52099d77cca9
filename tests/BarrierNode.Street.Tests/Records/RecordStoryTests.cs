using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Records;

/// <summary>What an engineer reads of a record: names, times from the trigger, who refused.</summary>
[TestClass]
public class RecordStoryTests
{
    private readonly LaneRig _rig = new();

    [TestMethod]
    public void Story_OfAnEmergencyStopInAStroke_TellsItFromTheCommandToTheEnd()
    {
        _rig.Run(2);
        _rig.Command(CommandOp.Lower);
        _rig.Run(1);
        _rig.Street.EmergencyStopPressed = true;
        RecordStory story = Story();

        Assert.AreEqual(("emergencyStop", "emergencyStop", 0), (story.Trip, story.Condition, story.Different));
        RecordedScan command = story.Scans.Single(s => s.Commands.Count > 0);
        Assert.AreEqual(new RecordedCommand("lower", "promenade"), command.Commands.Single());
        Assert.AreEqual(-1_000_000, command.Us);
        RecordedScan trip = story.Scans.Single(s => s.Us == 0);
        CollectionAssert.Contains(trip.Inputs.On.ToArray(), "emergencyStop");
        Assert.IsEmpty(trip.Permitted);
        Assert.IsFalse(trip.Pulse);
        RecordedScan before = story.Scans[story.Scans.ToList().IndexOf(trip) - 1];
        Assert.AreEqual(-20_000, before.Us);
        CollectionAssert.Contains(before.Permitted.ToArray(), "promenade.lower");
        Assert.IsTrue(before.Pulse);
        Assert.AreEqual((FlightRecorder.EntriesAfterTrigger - 1) * 20_000L, story.Scans[^1].Us);
    }

    [TestMethod]
    public void Story_OutputAskedForAndRefused_NamesRuleAndConditions()
    {
        _rig.Run(2);
        _rig.Command(CommandOp.Lower);
        _rig.Run(1);
        _rig.Street.EmergencyStopPressed = true;
        RecordedScan trip = Story().Scans.Single(s => s.Us == 0);

        RecordedRefusal lower = trip.Refused.Single(r => r.Output == "promenade.lower");
        Assert.AreEqual("trip", lower.Rule);
        CollectionAssert.AreEqual(new[] { "emergencyStop" }, lower.Conditions.ToArray());
    }

    [TestMethod]
    public void Story_OfAQuietStreet_ChangesOnlyWhereSomethingHappens()
    {
        _rig.Run(5);
        _rig.Cabinet.Controller.WantRecord();
        RecordStory story = Story();

        Assert.AreEqual(("asked", null), (story.Trip, story.Condition));
        Assert.IsGreaterThan(100, story.Scans.Count);
        Assert.IsTrue(story.Scans[0].Changed, "the first scan tells how things stand");
        CollectionAssert.Contains(story.Scans[0].Inputs.On.ToArray(), "promenade.up1");
        Assert.IsFalse(story.Scans.Skip(60).Any(s => s.Changed), "nothing happens once the lane has armed");
    }

    [TestMethod]
    public void Story_OfALateScan_SaysSo()
    {
        _rig.Run(2);
        _rig.Stalled = true;
        _rig.Run(0.5);
        _rig.Stalled = false;
        _rig.Run(0.1);
        _rig.Cabinet.Controller.WantRecord();
        RecordStory story = Story();

        RecordedScan late = story.Scans.Single(s => s.Late);
        Assert.IsInRange(500_000, 540_000, late.GapUs);
        Assert.IsTrue(late.Changed);
        int at = story.Scans.ToList().IndexOf(late);
        Assert.AreEqual(late.GapUs, late.Us - story.Scans[at - 1].Us);
    }

    [TestMethod]
    public void Story_OfAFalsifiedRecord_TellsWhatTheReplayDid()
    {
        _rig.Run(2);
        _rig.Cabinet.Controller.WantRecord();
        byte[] bytes = Frozen();
        FlightRecord whole = FlightRecord.Read(bytes);
        int lastAt = bytes.Length - (4 * FlightRecorder.EntryWords);
        bytes[lastAt] ^= FlightRecorder.PulseFlag;
        bytes[lastAt + 18] ^= 1;
        RecordStory story = new(_rig.Table, FlightRecord.Read(bytes));

        Assert.AreEqual(1, story.Different);
        OtherReplay other = story.Scans[^1].Replayed!;
        Assert.AreNotEqual(story.Scans[^1].Pulse, other.Pulse);
        Assert.HasCount(Math.Abs(story.Scans[^1].Permitted.Count - 1), other.Permitted);
        Assert.IsEmpty(other.Conditions);
        Assert.AreEqual(0, new RecordStory(_rig.Table, whole).Different);
    }

    private RecordStory Story() => new(_rig.Table, FlightRecord.Read(Frozen()));

    private byte[] Frozen()
    {
        FlightRecorder recorder = _rig.Cabinet.Controller.Recorder;
        _rig.RunUntil(() => recorder.Frozen, 5, "the record is frozen");
        byte[] bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return bytes;
    }
}
