using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Interlock;

namespace BarrierNode.Desktop.Tests;

/// <summary>Every name that a node can send has words of its own.</summary>
[TestClass]
public class WordsTests
{
    [TestMethod]
    public void Reason_Every_HasWords()
    {
        foreach (RefusalReason reason in Enum.GetValues<RefusalReason>().Where(r => r != RefusalReason.None))
        {
            Assert.Contains(" ", Words.Reason(Names.Of(reason)), $"{reason} has no words");
        }
    }

    [TestMethod]
    public void Event_Every_HasWords()
    {
        foreach (EventCode code in Enum.GetValues<EventCode>())
        {
            Assert.AreNotEqual(Names.Of(code), Words.Event(Names.Of(code)), $"{code} has no words");
        }
    }

    [TestMethod]
    public void Hold_Every_HasWords()
    {
        foreach (LaneHold hold in Enum.GetValues<LaneHold>())
        {
            Assert.Contains(" ", Words.Blocker(LaneHolds.Name(hold), Promenade.Site.Lanes), $"{hold} has no words");
        }
    }

    [TestMethod]
    public void InputWithARole_Every_HasWords()
    {
        foreach (InputRole role in Enum.GetValues<InputRole>().Where(r => r != InputRole.None))
        {
            string name = "lane." + Site.Roles.Of(role).Name + "2";
            Assert.AreNotEqual(name, Words.Blocker(name, Promenade.Site.Lanes), $"{role} has no words");
        }
    }

    [TestMethod]
    public void Who_Every_HasWords()
    {
        foreach (string who in new[] { Clearing.Traffic, Clearing.OnSite, Clearing.ControlRoom, Clearing.Wait, Clearing.Maintenance })
        {
            Assert.Contains(" ", Words.Clears(who), who);
        }
    }

    [TestMethod]
    public void Operation_Every_CanBeShown()
    {
        List<string> words = [.. Enum.GetValues<CommandOp>().Select(Words.Operation)];

        CollectionAssert.AllItemsAreUnique(words);
    }

    [TestMethod]
    public void Trip_Every_HasWords()
    {
        foreach (TripCode code in Enum.GetValues<TripCode>().Where(c => c != TripCode.None))
        {
            Assert.Contains(" ", Words.Blocker(Names.Of(code), Promenade.Site.Lanes), $"{code} has no words");
        }
    }

    [TestMethod]
    public void Position_Every_HasAMeaning()
    {
        foreach (LaneKind kind in Enum.GetValues<LaneKind>())
        {
            List<string> meanings = [.. Enum.GetValues<LanePosition>().Select(p => $"{Words.Position(Names.Of(p), kind)} {Words.Meaning(Names.Of(p), kind)}")];

            CollectionAssert.AllItemsAreUnique(meanings, $"{kind}");
        }
    }

    [TestMethod]
    [DataRow(LaneKind.BollardGroup, "up closed to vehicles", "down open to vehicles", "Raise", "100 % up")]
    [DataRow(LaneKind.SlidingGate, "closed to vehicles", "open to vehicles", "Close", "closed")]
    [DataRow(LaneKind.SwingGate, "closed to vehicles", "open to vehicles", "Close", "closed")]
    [DataRow(LaneKind.BarrierArm, "closed to vehicles", "open to vehicles", "Close", "closed")]
    [DataRow(LaneKind.PassiveBarrier, "deployed closed to vehicles", "stowed open to vehicles", "Close", "deployed")]
    public void Kind_Every_HasItsOwnWords(LaneKind kind, string up, string down, string raise, string measured)
    {
        Assert.AreEqual(up, $"{Words.Position("up", kind)} {Words.Meaning("up", kind)}");
        Assert.AreEqual(down, $"{Words.Position("down", kind)} {Words.Meaning("down", kind)}");
        Assert.AreEqual(raise, Words.Operation(CommandOp.Raise, kind));
        Assert.AreEqual(measured, Words.Measured(100, 100, kind));
    }

    [TestMethod]
    public void Measured_BetweenTheEnds_IsInPercent()
    {
        Assert.AreEqual("40 to 60 % up", Words.Measured(40, 60, LaneKind.BollardGroup));
        Assert.AreEqual("0 to 100 % closed", Words.Measured(0, 100, LaneKind.SwingGate));
        Assert.AreEqual("99 % deployed", Words.Measured(99, 99, LaneKind.PassiveBarrier));
    }

    [TestMethod]
    public void Name_NotKnown_IsShownAsItIs()
    {
        Assert.AreEqual("reason99", Words.Reason("reason99"));
        Assert.AreEqual("promenade.up2", Words.Blocker("promenade.up2", Promenade.Site.Lanes));
        Assert.AreEqual("event99", Words.Event("event99"));
    }

    [TestMethod]
    [DataRow("""{"n":1,"boot":2,"upMs":3,"code":"x","lane":"depot","hist":false}""", "")]
    [DataRow("""{"n":1,"op":"estop","reason":"tripped","why":["strokeOverrun"]}""",
        "E-stop; a trip is latched; reset it first; a stroke did not reach its limit switch in time")]
    [DataRow("""{"count":17,"gapMs":120}""", "17 in all; 120 ms since the scan before")]
    [DataRow("""{"what":"entryLoop","strokeMs":5060}""", "entryLoop; stroke 5.1 s")]
    [DataRow("""{"hold":"redLampFailed"}""", "red lamp without current")]
    [DataRow("""{"fault":"greenStuck"}""", "green draws current when dark")]
    [DataRow("""{"clock":1139520}""", "2026-03-02 08:00")]
    [DataRow("not json", "not json")]
    [DataRow("[1]", "[1]")]
    public void EventDetail_OfAnyMessage_IsShown(string json, string expected) =>
        Assert.AreEqual(expected, EventDetail.Of(FakeStreet.Event(1, "x", null) with { Json = json }, Promenade.Site.Lanes));
}
