using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

/// <summary>What the hub keeps of an emergency operation: who asked for it, why, and what came of it.</summary>
[TestClass]
public sealed class EmergencyLogTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void EmergencyOperation_AfterARestartOfTheHub_IsListedWithOperatorReasonAndOutcome()
    {
        _hub.NodeComesUp();
        string id = _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.EmergencyOperation, "anna", "lorry on the promenade").Id;
        _hub.Ack(id, "accepted");
        _hub.Ack(id, "done");
        Tell(1, """ "code":"emergencyOperationStarted","by":"command" """);
        Tell(2, """ "code":"moveDone","op":"raise","strokeMs":2310 """);
        _hub.Settle();

        _hub.RestartHub();

        CommandView command = _hub.Hub.Commands.RecentCommands(10).Single();
        Assert.AreEqual("efo", command.Operation);
        Assert.AreEqual("promenade", command.Lane);
        Assert.AreEqual("anna", command.Operator);
        Assert.AreEqual("lorry on the promenade", command.Reason);
        Assert.AreEqual("sent,accepted,done", string.Join(',', command.Stages.Select(stage => stage.Stage)));
        string[] outcome = [.. _hub.Hub.Events.EventsOf(_hub.Node.Address).OrderBy(stored => stored.Number).Select(stored => $"{stored.Lane} {stored.Code}")];
        Assert.AreSequenceEqual(["promenade emergencyOperationStarted", "promenade moveDone"], outcome);
    }

    [TestMethod]
    public void EmergencyOperation_Refused_IsListedWithTheReasonOfTheNode()
    {
        _hub.NodeComesUp();
        string id = _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.EmergencyOperation, "anna", "lorry on the promenade").Id;
        _hub.Link.Deliver(
            _hub.Node.AckTopic(), $$"""{"id":"{{id}}","op":"efo","stage":"refused","reason":"tooOften","blockedBy":[],"upMs":61300}""");
        _hub.Settle();

        _hub.RestartHub();

        CommandView command = _hub.Hub.Commands.RecentCommands(10).Single();
        Assert.AreEqual("lorry on the promenade", command.Reason);
        Assert.AreEqual("refused", command.Stages[^1].Stage);
        Assert.AreEqual("tooOften", command.Stages[^1].Reason);
    }

    private void Tell(int number, string fields) =>
        _hub.Link.Deliver(_hub.Node.EventTopic, $$"""{"n":{{number}},"boot":26,"upMs":{{1000 * number}},"lane":"promenade",{{fields}},"hist":false}""");
}
