using System.Text.Json;
using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

/// <summary>What the hub keeps of why a lane does not move, and of arguments of commands.</summary>
[TestClass]
public sealed class WhyTests
{
    private const string Loop = """{"name":"entryLoop","sinceS":61,"who":"traffic"}""";

    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Why_Arrived_IsPartOfTheLane()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why(Loop), retained: true);

        Assert.AreEqual(new BlockView("entryLoop", 61, "traffic"), _hub.Lane.Why!.Raise.Single());
        Assert.IsEmpty(_hub.Lane.Why.Lower);
    }

    [TestMethod]
    public void Why_OfAnEarlierBoot_SaysNothing()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why(Loop, boot: "25-9f3a12cd"), retained: true);

        Assert.IsNull(_hub.Lane.Why);
    }

    [TestMethod]
    public void Why_OlderThanTheKnownOne_IsDropped()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why("", seq: 5));
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why(Loop, seq: 4));

        Assert.IsEmpty(_hub.Lane.Why!.Raise);
    }

    [TestMethod]
    [DataRow("""{"name":"entryLoop","sinceS":-1,"who":"traffic"}""")]
    [DataRow("""{"name":"entryLoop"}""")]
    [DataRow("\"entryLoop\"")]
    public void Why_NotReadable_ForgetsWhatWasKnown(string raise)
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why(Loop));
        _hub.Link.Deliver(_hub.Node.WhyTopic(), NodeMessages.Why(raise, seq: 2));

        Assert.IsNull(_hub.Lane.Why);
        Assert.Contains("lane/promenade/why", _hub.LastProblem);
    }

    [TestMethod]
    public void State_WithHolds_ShowsThem()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(
            _hub.Node.StateTopic(),
            NodeMessages.State(seq: 13).Replace("\"trips\":[]", "\"trips\":[],\"holds\":[\"redLampFailed\"]", StringComparison.Ordinal));

        Assert.AreEqual("redLampFailed", _hub.Lane.Holds.Single());
    }

    [TestMethod]
    public void Send_WithArgument_CarriesAndStoresIt()
    {
        _hub.NodeComesUp();
        _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.KeepOpen, "anna", argument: 45);

        Assert.AreEqual(RefusalReason.None, Jws.Open(_hub.Link.Published.Single().Payload, HubFixture.Key, out byte[] payload));
        Assert.AreEqual(45, JsonDocument.Parse(payload).RootElement.GetProperty("arg").GetInt32());
        _hub.RestartHub();
        Assert.AreEqual(45, _hub.Hub.Commands.RecentCommands(1).Single().Argument);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(RequestRing.MaxArgument + 1)]
    public void Send_ArgumentOutOfRange_IsNotSent(int argument)
    {
        _hub.NodeComesUp();

        Assert.ThrowsExactly<CommandNotSentException>(
            () => _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.KeepOpen, "anna", argument: argument));
        Assert.IsEmpty(_hub.Link.Published);
    }
}
