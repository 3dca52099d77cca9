using System.Text;

namespace BarrierNode.Control.Tests;

/// <summary>What the events about bypasses and retries tell.</summary>
[TestClass]
public sealed class ModeEventTests
{
    [TestMethod]
    [DataRow(EventCode.BypassSet, 1, 30L, "\"what\":\"entryLoop\",\"minutes\":30")]
    [DataRow(EventCode.BypassEnded, 1, 1L, "\"what\":\"entryLoop\",\"expired\":true")]
    [DataRow(EventCode.BypassEnded, 1, 0L, "\"what\":\"entryLoop\",\"expired\":false")]
    [DataRow(EventCode.RetryStarted, 1, 2L, "\"count\":1,\"max\":2")]
    [DataRow(EventCode.HoldSet, (int)LaneHold.ServiceExpired, 0L, "\"hold\":\"serviceExpired\"")]
    [DataRow(EventCode.HoldCleared, (int)LaneHold.AutomaticOff, 0L, "\"hold\":\"automaticOff\"")]
    public void Event_OfAMode_TellsItsFields(EventCode code, int a, long b, string expected)
    {
        var entry = new JournalEntry { Number = 1, Start = 1, Code = code, Lane = 0, A = a, B = b };

        string written = Encoding.UTF8.GetString(new Messages(Sites.Small(), "26-9f3a12cd").Event(entry, -1, false));

        Assert.Contains($"{expected},\"hist\":false", written);
    }
}
