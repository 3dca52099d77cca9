using System.Text.Json;
using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

/// <summary>The hub tells its nodes the time, and leaves no trace of it.</summary>
[TestClass]
public sealed class HubClockTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Node_AfterItsBirth_IsToldTheLocalTimeAtOnce()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(0.25);

        JsonElement clock = Clocks().Single();
        DateTime expected = _hub.Time.GetLocalNow().DateTime;
        Assert.AreEqual("clock", clock.GetProperty("op").GetString());
        Assert.AreEqual((int)(expected - new DateTime(2024, 1, 1)).TotalMinutes, clock.GetProperty("arg").GetInt32());
        Assert.AreEqual((NodeMessages.Boot, 1204), (clock.GetProperty("boot").GetString(), clock.GetProperty("beat").GetInt32()));
    }

    [TestMethod]
    public void Node_Live_IsToldEveryTenSeconds()
    {
        _hub.NodeComesUp();
        for (int i = 0; i < 60; i++)
        {
            _hub.Beat(1205 + i);
            _hub.Time.Advance(1);
        }

        Assert.IsInRange(6, 7, Clocks().Length);
        CollectionAssert.AllItemsAreUnique(Clocks().Select(c => c.GetProperty("beat").GetInt32()).ToArray());
    }

    [TestMethod]
    public void Node_NotLive_IsToldNothing()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(4);
        int told = Clocks().Length;
        _hub.Time.Advance(60);

        Assert.HasCount(told, Clocks());
    }

    [TestMethod]
    public void Node_Restarted_IsToldAgainAtOnce()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(0.5);
        _hub.NodeComesUp("27-9f3a12cd");
        _hub.Time.Advance(0.5);

        CollectionAssert.AreEqual(
            new[] { NodeMessages.Boot, "27-9f3a12cd" }, Clocks().Select(c => c.GetProperty("boot").GetString()).ToArray());
    }

    [TestMethod]
    public void Clock_Told_IsNoCommandOfAnybody()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(1);

        Assert.HasCount(1, Clocks());
        Assert.IsEmpty(_hub.Hub.Commands.RecentCommands(10));
        Assert.IsNull(_hub.Lane.LastCommand);
        Assert.AreEqual(0, TestDatabase.Number(_hub.DatabaseFile, "SELECT count(*) FROM commands"));
    }

    [TestMethod]
    public void Clock_Told_TakesNoSequenceNumberFromCommands()
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(1);
        _hub.Beat();
        _hub.Send();

        JsonElement raise = Payloads().Single(p => p.GetProperty("op").GetString() == "raise");
        Assert.AreEqual(1, raise.GetProperty("seq").GetInt32());
    }

    [TestMethod]
    public void Send_Clock_IsNoOperationForPeople()
    {
        _hub.NodeComesUp();

        Assert.ThrowsExactly<CommandNotSentException>(() => _hub.Send(CommandOp.Clock));
    }

    private JsonElement[] Clocks() => [.. Payloads().Where(p => p.GetProperty("op").GetString() == "clock")];

    private IEnumerable<JsonElement> Payloads() => _hub.Link.Published
        .Where(m => m.Topic.EndsWith("/cmd", StringComparison.Ordinal))
        .Select(m =>
        {
            Assert.AreEqual(RefusalReason.None, Jws.Open(m.Payload, HubFixture.Key, out byte[] payload));
            return JsonDocument.Parse(payload).RootElement;
        });
}
