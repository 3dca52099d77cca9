using System.Text;
using System.Text.Json.Nodes;
using BarrierNode.Control;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>Whatever comes on the command topic: it is refused with its reason, counted, told as an event, and the node goes on.</summary>
[TestClass]
public class BadCommandTests
{
    private delegate byte[] Make(LiveStreet street);

    private static readonly (string What, string Reason, Make Make)[] s_bad =
    [
        ("nothing", "malformed", _ => []),
        ("noise", "malformed", _ => [0, 255, 128, 10, 13, 0, 200, 46, 46, 7]),
        ("5,000 bytes", "tooLarge", _ => [.. Enumerable.Repeat((byte)'A', 5000)]),
        ("a signature of another key", "badSignature", street => Jws.Sign(Payload(street, _ => { }), new byte[32])),
        ("a byte changed after signing", "badSignature", street =>
        {
            byte[] message = SignedCommand.Sign(street, Payload(street, _ => { }));
            message[60] = message[60] == (byte)'A' ? (byte)'B' : (byte)'A';
            return message;
        }),
        ("text that is not UTF-8, rightly signed", "badPayload", street =>
            SignedCommand.Sign(street, Encoding.Latin1.GetBytes("{\"\u00C3(\":1}"))),
        ("no JSON, rightly signed", "badPayload", street => SignedCommand.Sign(street, Encoding.UTF8.GetBytes("raise, please"))),
        ("an unknown operation", "unknownOperation", street => Signed(street, f => f["op"] = "explode")),
        ("a missing field", "badField", street => Signed(street, f => f.Remove("sub"))),
        ("a field of another type", "badField", street => Signed(street, f => f["seq"] = "one")),
        ("another audience", "wrongAudience", street => Signed(street, f => f["aud"] = "lab/minimal/bench-2")),
        ("another lane", "unknownLane", street => Signed(street, f => f["lane"] = "backyard")),
        ("another boot", "wrongBoot", street => Signed(street, f => f["boot"] = "1-00000000")),
        ("an old beat", "stale", street => Signed(street, f => f["beat"] = street.Node.Beat - 6)),
        ("a beat of the future", "stale", street => Signed(street, f => f["beat"] = street.Node.Beat + 1000)),
    ];

    // docs/protocol.md: what proves nothing is answered at most four times a second.
    private const int BlindAnswersPerBeat = 4;

    [TestMethod]
    public void Node_GivenBadCommands_RefusesEachWithItsReasonAndGoesOn()
    {
        using LiveStreet street = new();
        using Wire wire = street.HubUser("bn/1/#");
        street.LowerTo(0.5);
        int rises = street.Drives.Rises;
        Wait.Until(() => street.Node.Beat >= 7, "the node runs long enough for a beat to be old");
        int refused = 0;
        foreach ((string what, string reason, Make make) in s_bad)
        {
            wire.Publish(street.Topics.LaneCommand(street.Lane.Id), make(street));
            refused++;
            Wait.Until(() => Refusals(street, wire).Count >= refused, $"an answer to {what}");
            Assert.AreEqual(reason, Refusals(street, wire)[refused - 1], what);
            if (refused % BlindAnswersPerBeat == 0)
            {
                long beat = street.Node.Beat;
                Wait.Until(() => street.Node.Beat > beat, "the next beat");
            }
        }

        Wait.Until(
            () => wire.On(street.Topics.Beat) is [.., var beat] && (long)beat["refused"]! == refused, "the beat counts every one",
            () => $"It says {wire.On(street.Topics.Beat)[^1].ToJsonString()}, expected {refused}.");
        foreach (string reason in s_bad.Select(bad => bad.Reason).Distinct())
        {
            street.WaitForEvent("commandRefused", e => (string?)JsonNode.Parse(e.Json)!["reason"] == reason);
        }

        Assert.AreEqual(rises, street.Drives.Rises, "nothing moved");
        street.Must(CommandOp.Raise);
        street.WaitForPosition("up");
    }

    [TestMethod]
    public void Node_FloodedWithBadCommands_GoesOnAndWritesFewEvents()
    {
        using LiveStreet street = new();
        using Wire wire = street.HubUser("bn/1/#");
        street.LowerTo(0.5);
        byte[] forged = Jws.Sign(Payload(street, _ => { }), new byte[32]);

        for (int i = 0; i < 500; i++)
        {
            wire.Publish(street.Topics.LaneCommand(street.Lane.Id), forged);
        }

        long refused = 0;
        Wait.Until(
            () => wire.On(street.Topics.Beat) is [.., var beat] && (refused = (long)beat["refused"]!) > 0
                && wire.Received.Count(IsForged) == 500,
            "the broker has passed on all, and the node has counted");
        street.Must(CommandOp.Raise);
        street.WaitForPosition("up");
        street.WaitForEvent("moveDone");
        int events = street.Events.Count(e => e.Code == "commandRefused");
        Assert.IsInRange(1, 3, events, $"events for {refused} refusals");
        Assert.IsLessThan(100, Refusals(street, wire).Count, "few answers to a flood");

        bool IsForged(BarrierNode.Mqtt.MqttMessage message) => message.Payload.AsSpan().SequenceEqual(forged);
    }

    private static byte[] Signed(LiveStreet street, Action<JsonObject> change) => SignedCommand.Sign(street, Payload(street, change));

    private static byte[] Payload(LiveStreet street, Action<JsonObject> change)
    {
        JsonObject fields = SignedCommand.Fields(street, "raise", 1);
        change(fields);
        return Encoding.UTF8.GetBytes(fields.ToJsonString());
    }

    private static List<string> Refusals(LiveStreet street, Wire wire) =>
        [.. wire.On(street.Topics.LaneAck(street.Lane.Id)).Where(a => (string?)a["stage"] == "refused").Select(a => (string)a["reason"]!)];
}
