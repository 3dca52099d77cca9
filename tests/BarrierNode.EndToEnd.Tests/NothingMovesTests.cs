using System.Text.Json.Nodes;
using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Whatever restarts, breaks or comes twice: nothing starts to move by it.</summary>
[TestClass]
public class NothingMovesTests
{
    [TestMethod]
    public void Node_RestartedInMidStroke_StaysStill()
    {
        using LiveStreet street = new();
        string? boot = street.Node.Boot;
        street.WaitForStage(street.Send(CommandOp.Lower), "moving");
        Wait.Until(() => street.Height < 0.7, "the barrier is under way");

        street.Running.Node.PowerOff();
        Assert.IsTrue(street.Drives.AllLow);
        int rises = street.Drives.Rises;
        street.Running.Node.PowerOn();
        Wait.Until(() => street.Node.Boot != boot, "the hub sees the new boot");
        street.WaitUntilLive();

        street.NothingStarts("a restart of the node in mid-stroke", rises);
        Assert.AreEqual("unknown", street.LaneNow.Position, "between the ends, and nobody knows why");
        Assert.IsFalse(street.LaneNow.Protected);
        street.Must(CommandOp.Raise);
        street.WaitForPosition("up");
    }

    [TestMethod]
    public void Broker_KilledAndRestartedWhileTheLaneIsStill_StartsNothing()
    {
        using LiveStreet street = new();
        street.LowerTo(0.5);
        int rises = street.Drives.Rises;

        street.Running.Broker!.Kill();
        Wait.Until(() => !street.Node.Live, "the hub shows the data as old");
        Assert.ThrowsExactly<CommandNotSentException>(() => street.Send(CommandOp.Raise));
        street.Running.Broker.Restart();
        street.WaitUntilLive();

        street.NothingStarts("a restart of the broker", rises);
        Assert.AreEqual("stopped", street.LaneNow.Position);
        street.Must(CommandOp.Raise);
    }

    [TestMethod]
    public void Broker_KilledAndRestartedInMidStroke_TheStrokeEndsAndNothingElseStarts()
    {
        using LiveStreet street = new();
        CommandView lower = street.Send(CommandOp.Lower);
        street.WaitForStage(lower, "moving");
        int rises = street.Drives.Rises;

        street.Running.Broker!.Kill();
        Wait.Until(() => street.Height <= 0.001, "the safe stroke ends without the hub");
        street.Running.Broker.Restart();
        street.WaitUntilLive();

        street.NothingStarts("a restart of the broker in mid-stroke", rises);
        street.WaitForPosition("down");
        street.WaitForEvent("moveDone");
    }

    [TestMethod]
    public void Hub_RestartedInMidStroke_StartsNothingAndRemembers()
    {
        using LiveStreet street = new();
        CommandView lower = street.Send(CommandOp.Lower);
        street.WaitForStage(lower, "moving");
        int rises = street.Drives.Rises;

        street.RestartHub();
        street.WaitForPosition("down");

        street.NothingStarts("a restart of the hub", rises);
        Assert.AreEqual("tester", street.Find(lower.Id).Operator, "the new hub knows the command of the old one");
        street.Must(CommandOp.Raise);
    }

    [TestMethod]
    public void RetainedCommand_DeliveredToARestartedNode_IsRefusedAndCounted()
    {
        using LiveStreet street = new();
        street.LowerTo(0.5);
        using Wire wire = street.HubUser("bn/1/#");
        byte[] command = SignedCommand.Sign(street, SignedCommand.Fields(street, "raise", 1));
        string? boot = street.Node.Boot;
        street.Running.Node.PowerOff();
        int rises = street.Drives.Rises;
        MosquittoPub(street, command);

        street.Running.Node.PowerOn();
        string answers = street.Topics.LaneAck(street.Lane.Id);
        JsonNode answer = Wait.For(() => wire.On(answers).FirstOrDefault(a => Text(a, "reason") == "retained"), "the refusal");
        Assert.AreEqual("refused", Text(answer, "stage"));
        Assert.AreEqual("", Text(answer, "id"));
        Wait.Until(() => street.Node.Boot != boot, "the hub sees the new boot");
        street.WaitUntilLive();

        street.NothingStarts("a retained command", rises);
        Wait.Until(
            () => wire.On(street.Topics.Beat) is [.., var beat] && (long)beat["refused"]! == 1 && Text(beat, "lastRefusal") == "retained",
            "the beat counts it");
        street.WaitForEvent("commandRefused", e => Text(JsonNode.Parse(e.Json)!, "reason") == "retained");
    }

    [TestMethod]
    public void RetainedCommand_PlacedWhileTheNodeListens_MeetsTheOrdinaryChecks()
    {
        using LiveStreet street = new();
        street.LowerTo(0.5);
        using Wire wire = street.HubUser("bn/1/#");
        string topic = street.Topics.LaneCommand(street.Lane.Id);
        wire.Publish(topic, SignedCommand.Sign(street, SignedCommand.Fields(street, "stop", 7)));
        wire.Publish(topic, SignedCommand.Sign(street, SignedCommand.Fields(street, "reset", 7)));
        Answer(wire, street, "nothingLatched");
        int rises = street.Drives.Rises;

        // For those who listen already the broker takes the flag off: boot and sequence are what stops it.
        JsonObject old = SignedCommand.Fields(street, "raise", 8);
        old["boot"] = "1-00000000";
        wire.Publish(topic, SignedCommand.Sign(street, old), retain: true);
        Answer(wire, street, "wrongBoot");
        wire.Publish(topic, SignedCommand.Sign(street, SignedCommand.Fields(street, "raise", 7)), retain: true);
        Answer(wire, street, "oldSequence");

        street.NothingStarts("retained commands", rises);
    }

    [TestMethod]
    public void Command_SentTwice_MovesOnceAndIsAnsweredTwice()
    {
        using LiveStreet street = new();
        using Wire wire = street.HubUser("bn/1/#");
        JsonObject fields = SignedCommand.Fields(street, "lower", 1);
        byte[] lower = SignedCommand.Sign(street, fields);
        string topic = street.Topics.LaneCommand(street.Lane.Id);
        string id = (string)fields["id"]!;
        int Done() => wire.On(street.Topics.LaneAck(street.Lane.Id)).Count(a => Text(a, "id") == id && Text(a, "stage") == "done");

        wire.Publish(topic, lower);
        wire.Publish(topic, lower);
        Wait.Until(() => Done() == 1, "the lowering is done");
        Assert.AreEqual(1, street.Drives.Rises);
        street.Must(CommandOp.Raise);
        int rises = street.Drives.Rises;

        // The lane is up again: if the same bytes counted a second time, it would go down now.
        wire.Publish(topic, lower);
        Wait.Until(() => Done() == 2, "the node repeats its answer");
        street.NothingStarts("a repeated command", rises);
        Assert.AreEqual("up", street.LaneNow.Position);
    }

    [TestMethod]
    public void Command_OfThePreviousBootReplayed_IsRefused()
    {
        using LiveStreet street = new();
        using Wire wire = street.HubUser("bn/1/#");
        byte[] lower = SignedCommand.Sign(street, SignedCommand.Fields(street, "lower", 1));
        string? boot = street.Node.Boot;

        street.Running.Node.PowerOff();
        street.Running.Node.PowerOn();
        Wait.Until(() => street.Node.Boot != boot, "the hub sees the new boot");
        street.WaitUntilLive();
        wire.Publish(street.Topics.LaneCommand(street.Lane.Id), lower);
        Answer(wire, street, "wrongBoot");

        street.NothingStarts("a command of the previous boot", 0);
        Assert.AreEqual("up", street.LaneNow.Position);
    }

    private static void MosquittoPub(LiveStreet street, byte[] command)
    {
        ToolRun run = ToolRun.Start(
            "mosquitto_pub", "--cafile", street.Running.CaFile, "-h", street.Running.BrokerHost, "-p", $"{street.Running.BrokerPort}",
            "-u", "hub", "-P", street.HubPassword, "-q", "1", "-r", "-t", street.Topics.LaneCommand(street.Lane.Id),
            "-m", System.Text.Encoding.ASCII.GetString(command));
        using (run)
        {
            Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        }
    }

    private static void Answer(Wire wire, LiveStreet street, string reason) => Wait.Until(
        () => wire.On(street.Topics.LaneAck(street.Lane.Id)).Any(a => Text(a, "stage") == "refused" && Text(a, "reason") == reason),
        $"a refusal for {reason}");

    private static string? Text(JsonNode message, string field) => (string?)message[field];
}
