using System.Text;
using System.Text.Json;
using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class CommandServiceTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Send_LiveNode_PublishesASignedCommandWithTheFieldsOfTheProtocol()
    {
        _hub.NodeComesUp();

        CommandView sent = _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.Raise, "anna", "market day, stall \"é\" <1>");

        JsonElement payload = Opened(_hub.Link.Published.Single());
        Assert.AreEqual("bn/1/nice/promenade/quai-1/lane/promenade/cmd", _hub.Link.Published.Single().Topic);
        Assert.AreEqual(
            "aud,lane,op,id,iss,sub,boot,beat,seq,reason", string.Join(',', payload.EnumerateObject().Select(field => field.Name)));
        Assert.AreEqual("nice/promenade/quai-1", payload.GetProperty("aud").GetString());
        Assert.AreEqual("promenade", payload.GetProperty("lane").GetString());
        Assert.AreEqual("raise", payload.GetProperty("op").GetString());
        Assert.AreEqual(sent.Id, payload.GetProperty("id").GetString());
        Assert.MatchesRegex("^[0-9a-f]{32}$", sent.Id);
        Assert.AreEqual("desk-1", payload.GetProperty("iss").GetString());
        Assert.AreEqual("anna", payload.GetProperty("sub").GetString());
        Assert.AreEqual(NodeMessages.Boot, payload.GetProperty("boot").GetString());
        Assert.AreEqual(1204, payload.GetProperty("beat").GetInt64());
        Assert.AreEqual(1, payload.GetProperty("seq").GetInt64());
        Assert.AreEqual("market day, stall \"é\" <1>", payload.GetProperty("reason").GetString());
        Assert.AreEqual("sent", sent.Stages.Single().Stage);
        Assert.AreEqual(_hub.Time.GetUtcNow(), sent.SentAt);
    }

    [TestMethod]
    public void Send_NoReason_LeavesTheFieldOut()
    {
        _hub.NodeComesUp();
        _hub.Send();

        Assert.IsFalse(Opened(_hub.Link.Published.Single()).TryGetProperty("reason", out _));
    }

    [TestMethod]
    public void Send_SeveralCommands_SequenceRisesAndIdsDiffer()
    {
        _hub.NodeComesUp();
        string[] ids = [.. Enumerable.Range(0, 20).Select(_ => _hub.Send().Id)];

        Assert.HasCount(20, ids.Distinct());
        Assert.AreEqual(
            string.Join(',', Enumerable.Range(1, 20)),
            string.Join(',', _hub.Link.Published.Select(message => Opened(message).GetProperty("seq").GetInt64())));
    }

    [TestMethod]
    public void Send_FromManyThreads_SequenceRisesOnTheWire()
    {
        _hub.NodeComesUp();
        Parallel.For(0, 100, _ => _hub.Send());

        Assert.AreEqual(
            string.Join(',', Enumerable.Range(1, 100)),
            string.Join(',', _hub.Link.Published.Select(message => Opened(message).GetProperty("seq").GetInt64())));
    }

    [TestMethod]
    public void Send_ListenerSendsFromAnotherThread_DoesNotBlock()
    {
        _hub.NodeComesUp();
        _hub.Settle();
        bool answered = false;
        bool sent = false;
        _hub.Hub.Changed += () =>
        {
            if (!answered)
            {
                answered = true;
                sent = Task.Run(() => _hub.Send(lane: "depot")).Wait(Wait.Limit);
            }
        };

        _hub.Send();

        Assert.IsTrue(sent, "a listener was called while a command was being sent");
    }

    [TestMethod]
    public void Send_AfterAHubRestartInTheSameBoot_GoesOnAboveTheStoredSequence()
    {
        _hub.NodeComesUp();
        _hub.Send();
        _hub.Send(CommandOp.Stop);
        _hub.RestartHub();
        _hub.NodeComesUp();
        _hub.Send();

        Assert.AreEqual(3, Opened(_hub.Link.Published.Single()).GetProperty("seq").GetInt64());
    }

    [TestMethod]
    public void Send_LongestNames_StaysWithinTheNodesLimit()
    {
        _hub.NodeComesUp();
        _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.Raise, new string('é', 32), new string('"', 64));

        Assert.IsLessThanOrEqualTo(CommandIntake.MaxLength, _hub.Link.Published.Single().Payload.Length);
    }

    [TestMethod]
    public void Send_NoLink_IsNotSent()
    {
        _hub.NodeComesUp();
        _hub.Link.SetConnected(false);

        AssertNotSent(CommandOp.Raise, "no link to the broker");
        AssertNotSent(CommandOp.EmergencyStop, "no link to the broker");
    }

    [TestMethod]
    public void Send_UnknownNode_IsNotSent() => AssertNotSent(CommandOp.Raise, "never heard of the node nice/promenade/quai-1");

    [TestMethod]
    public void Send_NoKey_IsNotSent()
    {
        CommandNotSentException problem = Assert.ThrowsExactly<CommandNotSentException>(
            () => _hub.Hub.Commands.Send(new NodeAddress("nice", "promenade", "quai-9"), "promenade", CommandOp.Raise, "anna"));

        Assert.Contains("no command key for nice/promenade/quai-9", problem.Message);
    }

    [TestMethod]
    public void Send_UnknownLane_IsNotSent()
    {
        _hub.NodeComesUp();

        CommandNotSentException problem = Assert.ThrowsExactly<CommandNotSentException>(() => _hub.Send(lane: "cellar"));
        Assert.Contains("has not announced a lane cellar", problem.Message);
    }

    [TestMethod]
    [DataRow("", null)]
    [DataRow("an operator's name of thirty-three", null)]
    [DataRow("an\nna", null)]
    [DataRow("anna", "a reason of more than sixty-four characters, which is too long to be")]
    public void Send_TextOutOfForm_IsNotSent(string operatorName, string? reason)
    {
        _hub.NodeComesUp();

        CommandNotSentException problem = Assert.ThrowsExactly<CommandNotSentException>(
            () => _hub.Hub.Commands.Send(_hub.Node.Address, "promenade", CommandOp.Raise, operatorName, reason));
        Assert.Contains("printable characters", problem.Message);
    }

    [TestMethod]
    [DataRow(CommandOp.None)]
    [DataRow((CommandOp)99)]
    public void Send_NoOperation_IsNotSent(CommandOp op)
    {
        _hub.NodeComesUp();
        AssertNotSent(op, "is no operation");
    }

    [TestMethod]
    [DataRow(CommandOp.Raise)]
    [DataRow(CommandOp.Lower)]
    [DataRow(CommandOp.Reset)]
    public void Send_StaleNode_IsNotSent(CommandOp op)
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(10);
        _hub.Link.Published.Clear();

        AssertNotSent(op, "is not live");
    }

    [TestMethod]
    [DataRow(CommandOp.Stop, "stop")]
    [DataRow(CommandOp.EmergencyStop, "estop")]
    public void Send_HaltToAStaleNode_IsSentWithTheLastBeat(CommandOp op, string name)
    {
        _hub.NodeComesUp();
        _hub.Time.Advance(10);
        _hub.Link.Deliver(_hub.Node.ConnTopic, NodeMessages.Conn("lost"));
        _hub.Link.Published.Clear();

        _hub.Send(op);

        JsonElement payload = Opened(_hub.Link.Published.Single());
        Assert.AreEqual(name, payload.GetProperty("op").GetString());
        Assert.AreEqual(1204, payload.GetProperty("beat").GetInt64());
    }

    [TestMethod]
    public void Send_HaltWithoutABeat_IsNotSent()
    {
        _hub.Link.Deliver(_hub.Node.BirthTopic, NodeMessages.Birth(), retained: true);

        AssertNotSent(CommandOp.Stop, "No sign of life");
    }

    [TestMethod]
    public void Send_HaltWhileTheBirthMessageIsUnreadable_IsSent()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.BirthTopic, "broken");

        _hub.Send(CommandOp.Stop);

        Assert.HasCount(1, _hub.Link.Published);
    }

    [TestMethod]
    public void Send_LinkBreaksInThatMoment_SaysSoAndShowsIt()
    {
        _hub.NodeComesUp();
        _hub.Link.BreaksOnPublish = true;

        AssertNotSent(CommandOp.Raise, "broke in this moment");
        Assert.AreEqual("sent,notSent", StagesOf(_hub.Lane.LastCommand!));
    }

    [TestMethod]
    public void Send_Raise_IsStoredBeforeItGoesOut()
    {
        _hub.NodeComesUp();
        long stored = -1;
        const string count = "SELECT count(*) FROM command_stages WHERE stage = 'sent'";
        _hub.Link.OnPublish = () => stored = TestDatabase.Number(_hub.DatabaseFile, count);

        _hub.Send();

        Assert.AreEqual(1, stored);
    }

    [TestMethod]
    public void Send_DatabaseLocked_RefusesARaiseButLetsAStopOut()
    {
        _hub.NodeComesUp();
        using (TestDatabase.Lock(_hub.DatabaseFile))
        {
            AssertNotSent(CommandOp.Raise, "is locked by another program");
            Assert.IsEmpty(_hub.Link.Published);

            _hub.Send(CommandOp.EmergencyStop);

            Assert.AreEqual("estop", Opened(_hub.Link.Published.Single()).GetProperty("op").GetString());
            Assert.Contains("not recorded", _hub.LastProblem);
        }
    }

    [TestMethod]
    public void Acks_InOrder_BecomeStages()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Ack(id, "accepted");
        _hub.Time.Advance(4);
        _hub.Ack(id, "moving");
        _hub.Time.Advance(6);
        _hub.Ack(id, "done");

        CommandView command = _hub.Hub.Commands.RecentCommands(10).Single();
        Assert.AreEqual("sent,accepted,moving,done", StagesOf(command));
        Assert.AreEqual(TimeSpan.FromSeconds(10), command.Stages[3].At - command.SentAt);
        Assert.AreEqual(id, _hub.Lane.LastCommand!.Id);
    }

    [TestMethod]
    public void Ack_Refusal_TellsReasonAndWhatBlocks()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Link.Deliver(_hub.Node.AckTopic(), NodeMessages.Refusal(id));

        CommandStage refused = _hub.Lane.LastCommand!.Stages[^1];
        Assert.AreEqual("refused", refused.Stage);
        Assert.AreEqual("interlocked", refused.Reason);
        Assert.AreEqual("entryLoop", refused.BlockedBy.Single());
    }

    [TestMethod]
    public void Ack_ReasonNone_IsNoReason()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Link.Deliver(
            _hub.Node.AckTopic(), $$"""{"id":"{{id}}","op":"raise","stage":"accepted","reason":"none","blockedBy":[],"upMs":1}""");

        Assert.IsNull(_hub.Lane.LastCommand!.Stages[^1].Reason);
    }

    [TestMethod]
    public void Acks_Redelivered_AreIgnored()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        foreach (string stage in (string[])["accepted", "accepted", "moving", "accepted", "moving", "done", "moving", "aborted", "done"])
        {
            _hub.Ack(id, stage);
        }

        Assert.AreEqual("sent,accepted,moving,done", StagesOf(_hub.Lane.LastCommand!));
    }

    [TestMethod]
    public void Ack_OfAnUnknownCommand_IsCountedOnly()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Ack("ffffffffffffffffffffffffffffffff", "done");
        _hub.Ack(string.Empty, "refused");
        _hub.Link.Deliver(new NodeMessages("nice", "promenade", "quai-2").AckTopic(), NodeMessages.Ack(id, "done"));
        _hub.Link.Deliver(_hub.Node.AckTopic("depot"), NodeMessages.Ack(id, "done"));

        Assert.AreEqual(4, _hub.Hub.Commands.UnknownAnswers);
        Assert.AreEqual("sent", StagesOf(_hub.Lane.LastCommand!), "only the lane that was asked can answer");
    }

    [TestMethod]
    public void Ack_Retained_IsNotBelieved()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Link.Deliver(_hub.Node.AckTopic(), NodeMessages.Ack(id, "done"), retained: true);

        Assert.AreEqual("sent", StagesOf(_hub.Lane.LastCommand!));
        Assert.Contains("retained message lies on", _hub.LastProblem);
    }

    [TestMethod]
    public void Command_NoAnswer_GetsTheHubsOwnStageOnce()
    {
        _hub.NodeComesUp();
        _hub.Send();
        _hub.Time.Advance(4.9);
        Assert.AreEqual("sent", StagesOf(_hub.Lane.LastCommand!));

        _hub.Settle();
        int changes = 0;
        _hub.Hub.Changed += () => changes++;
        _hub.Time.Advance(0.3);
        Assert.AreEqual("sent,noAnswer", StagesOf(_hub.Lane.LastCommand!));
        Assert.IsGreaterThanOrEqualTo(1, changes);

        _hub.Time.Advance(60);
        Assert.AreEqual("sent,noAnswer", StagesOf(_hub.Lane.LastCommand!));
    }

    [TestMethod]
    public void Command_AnsweredLate_ShowsBoth()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Time.Advance(6);
        _hub.Ack(id, "accepted");

        Assert.AreEqual("sent,noAnswer,accepted", StagesOf(_hub.Lane.LastCommand!));
    }

    [TestMethod]
    public void Command_AnsweredInTime_GetsNoFurtherStage()
    {
        _hub.NodeComesUp();
        string id = _hub.Send().Id;
        _hub.Ack(id, "accepted");
        _hub.Time.Advance(60);

        Assert.AreEqual("sent,accepted", StagesOf(_hub.Lane.LastCommand!));
    }

    [TestMethod]
    public void HubRestart_ShowsCommandsAndTakesTheAnswerThatComesLater()
    {
        _hub.NodeComesUp();
        string first = _hub.Send().Id;
        _hub.Link.Deliver(_hub.Node.AckTopic(), NodeMessages.Refusal(first));
        CommandView before = _hub.Hub.Commands.RecentCommands(1).Single();
        string second = _hub.Send().Id;

        _hub.RestartHub();
        _hub.Ack(second, "accepted");
        _hub.Ack(second, "done");

        IReadOnlyList<CommandView> commands = _hub.Hub.Commands.RecentCommands(10);
        Assert.AreEqual($"{second}, {first}", string.Join(", ", commands.Select(command => command.Id)), "newest first");
        Assert.AreEqual("sent,accepted,done", StagesOf(commands[0]));
        Assert.AreEqual("sent,refused", StagesOf(commands[1]));
        Assert.AreEqual(before.Stages[1].At, commands[1].Stages[1].At);
        Assert.AreEqual("entryLoop", commands[1].Stages[1].BlockedBy.Single());
        Assert.AreEqual(before with { Stages = commands[1].Stages }, commands[1]);

        _hub.NodeComesUp();
        Assert.AreEqual(second, _hub.Lane.LastCommand!.Id);
    }

    [TestMethod]
    public void HubRestart_CommandNeverAnswered_GetsNoAnswerFiveSecondsLater()
    {
        _hub.NodeComesUp();
        _hub.Send();
        _hub.RestartHub();
        _hub.Time.Advance(4);
        Assert.AreEqual("sent", StagesOf(_hub.Hub.Commands.RecentCommands(1).Single()));
        _hub.Time.Advance(1.5);
        _hub.RestartHub();

        Assert.AreEqual("sent,noAnswer", StagesOf(_hub.Hub.Commands.RecentCommands(1).Single()));
    }

    [TestMethod]
    public void Commands_MoreThanKept_DropsTheOldestFromMemory()
    {
        _hub.NodeComesUp();
        string first = _hub.Send(lane: "depot").Id;
        for (int i = 0; i < CommandService.Kept; i++)
        {
            _hub.Send();
        }

        Assert.HasCount(CommandService.Kept, _hub.Hub.Commands.RecentCommands(int.MaxValue));
        _hub.Link.Deliver(_hub.Node.AckTopic("depot"), NodeMessages.Ack(first, "done"));
        Assert.AreEqual(1, _hub.Hub.Commands.UnknownAnswers);
        _hub.RestartHub();
        _hub.NodeComesUp();
        Assert.AreEqual(first, _hub.View.Lanes[1].LastCommand!.Id, "the last command of a lane is found however old it is");
    }

    private static string StagesOf(CommandView command) => string.Join(',', command.Stages.Select(stage => stage.Stage));

    private static JsonElement Opened((string Topic, byte[] Payload) message)
    {
        RefusalReason refusal = Jws.Open(message.Payload, HubFixture.Key, out byte[] payload);
        Assert.AreEqual(RefusalReason.None, refusal, Encoding.ASCII.GetString(message.Payload));
        return JsonDocument.Parse(payload).RootElement;
    }

    private void AssertNotSent(CommandOp op, string expected)
    {
        CommandNotSentException problem = Assert.ThrowsExactly<CommandNotSentException>(() => _hub.Send(op));
        Assert.Contains(expected, problem.Message);
        Assert.IsEmpty(_hub.Link.Published);
    }
}
