using System.Text;
using System.Text.Json.Nodes;
using BarrierNode.Control;
using BarrierNode.Mqtt;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>What somebody sees who knows docs/protocol.md and has the tools of Mosquitto, and nothing else of this project.</summary>
[TestClass]
public class StrangerTests
{
    private const int MaxBytes = 1024;

    [TestMethod]
    public void Watcher_WithMosquittoSub_SeesWhatTheProtocolPageSays()
    {
        using LiveStreet street = new("promenade.yaml");
        Wait.Until(() => street.Node.Lanes.All(lane => lane.Position == "up"), "both lanes are proven up");
        using ToolRun sub = Subscribe(street, "-u", "watch", "-P", street.WatchPassword);
        sub.WaitForLine(l => l.StartsWith(street.Topics.Beat + " 0 ", StringComparison.Ordinal), "a live beat");

        // What is retained came before the first beat could.
        List<Line> first = Read(sub);
        Line birth = first.Single(l => l.Topic == street.Topics.Birth);
        Assert.IsTrue(birth.Retained, "birth lies ready");
        Assert.IsTrue(first.Single(l => l.Topic == street.Topics.Conn).Retained, "conn lies ready");
        string?[] lanes = [.. JsonNode.Parse(birth.Payload)!["lanes"]!.AsArray().Select(l => (string?)l)];
        CollectionAssert.AreEqual(street.Site.Lanes.Select(l => l.Id).ToArray(), lanes);
        foreach (string state in street.Site.Lanes.Select(lane => street.Topics.LaneState(lane.Id)))
        {
            Line line = first.First(l => l.Topic == state);
            Assert.IsTrue(line.Retained, $"{state} lies ready");
            Assert.AreEqual("up", (string?)JsonNode.Parse(line.Payload)!["position"]);
        }

        int car = street.SendCar();
        Wait.Until(() => street.Car(car)!.Waiting, "the car waits at the line");
        street.Must(CommandOp.Lower);
        street.Must(CommandOp.Stop);
        street.Do(CommandOp.Reset);
        foreach (string code in (string[])["moveStarted", "moveDone", "commandAccepted", "commandRefused", "detected"])
        {
            sub.WaitForLine(
                l => l.StartsWith(street.Topics.Event + " 0 ", StringComparison.Ordinal) && l.Contains($"\"code\":\"{code}\""),
                $"the event {code} arrives live");
        }

        foreach (Line line in Read(sub))
        {
            AssertAsThePageSays(street, line);
        }
    }

    [TestMethod]
    [DataRow("no credential")]
    [DataRow("wrong password", "-u", "watch", "-P", "guessed")]
    [DataRow("unknown user", "-u", "mallory", "-P", "guessed")]
    public void Client_WithoutARightfulCredential_IsRefused(string what, params string[] credential)
    {
        using LiveStreet street = new();
        using ToolRun sub = Subscribe(street, credential);

        Assert.AreEqual(5, sub.WaitForExit(), $"{what}: not authorised. {sub.Errors}");
        Assert.IsEmpty(sub.Lines, what);
    }

    [TestMethod]
    public void Client_WithoutTls_IsRefused()
    {
        using LiveStreet street = new();
        using MosquittoClient client = new(new MqttOptions(
            "localhost", street.Running.BrokerPort, "stranger", "watch", street.WatchPassword, CaFile: null, 30, null));

        MqttLinkException refusal = Assert.ThrowsExactly<MqttLinkException>(() => client.Connect(Wait.Limit));

        Assert.Contains("Perhaps it expects TLS", refusal.Message);
    }

    private static ToolRun Subscribe(LiveStreet street, params string[] credential) => ToolRun.Start("mosquitto_sub",
    [
        "--cafile", street.Running.CaFile, "-h", "localhost", "-p", $"{street.Running.BrokerPort}", .. credential,
        "-t", "bn/1/#", "-q", "1", "-F", "%t %r %p",
    ]);

    private static List<Line> Read(ToolRun sub) =>
        [.. sub.Lines.Select(l => l.Split(' ', 3)).Select(p => new Line(p[0], p[1] == "1", p[2]))];

    private static void AssertAsThePageSays(LiveStreet street, Line line)
    {
        string kind = line.Topic[street.Topics.Root.Length..];
        if (!kind.EndsWith("/cmd", StringComparison.Ordinal))
        {
            Assert.IsLessThanOrEqualTo(MaxBytes, Encoding.UTF8.GetByteCount(line.Payload), line.Payload);
        }

        switch (kind.Split('/'))
        {
            case ["lane", _, "cmd"]:
                Assert.HasCount(3, line.Payload.Split('.'), "a JWS has three parts");
                break;
            case ["lane", _, "ack"]:
                AssertAck(line.Payload);
                break;
            case ["lane", _, ("state" or "why" or "crowd") and var message]:
                ProtocolPage.AssertLikeExample(message, line.Payload);
                break;
            case ["lane", _, "stroke"]:
                AssertStroke(line.Payload);
                break;
            case ["loop", _]:
                ProtocolPage.AssertLikeExample("loop", line.Payload);
                break;
            case ["event"]:
                AssertEvent(line.Payload);
                break;
            default:
                ProtocolPage.AssertLikeExample(kind, line.Payload);
                break;
        }
    }

    private static void AssertAck(string payload)
    {
        JsonObject ack = JsonNode.Parse(payload)!.AsObject();
        if (!ack.ContainsKey("reason"))
        {
            ack["reason"] = "";
            ack["blockedBy"] = new JsonArray();
        }

        ProtocolPage.AssertLikeExample("ack", ack.ToJsonString());
    }

    private static void AssertStroke(string payload)
    {
        // Service is counted only where the site says so.
        JsonObject stroke = JsonNode.Parse(payload)!.AsObject();
        stroke["serviceInCycles"] ??= 0;
        ProtocolPage.AssertLikeExample("stroke", stroke.ToJsonString());
    }

    private static void AssertEvent(string payload)
    {
        JsonObject e = JsonNode.Parse(payload)!.AsObject();
        string[] always = ["n", "boot", "upMs", "code", "hist"];
        foreach (string field in always)
        {
            Assert.IsTrue(e.ContainsKey(field), $"{field}: {payload}");
        }

        IReadOnlyList<string> further = ProtocolPage.EventFields((string)e["code"]!);
        foreach ((string field, JsonNode? value) in e)
        {
            string written = value is JsonArray ? field + "[]" : field;
            bool known = always.Contains(field) || field is "lane" or "after" || further.Contains(written);
            Assert.IsTrue(known, $"the page does not tell of {written} in {payload}");
        }
    }

    private sealed record Line(string Topic, bool Retained, string Payload);
}
