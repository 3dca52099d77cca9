using System.Text;

namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class MalformedMessageTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    [DataRow("", "0 bytes", DisplayName = "empty")]
    [DataRow("{\"beat\":1,", "not JSON", DisplayName = "cut off")]
    [DataRow("beat", "not JSON", DisplayName = "bare word")]
    [DataRow("[1]", "a JSON array, expected an object", DisplayName = "array")]
    [DataRow("{\"boot\":\"26-9f3a12cd\"}", "no field \"beat\"", DisplayName = "missing field")]
    [DataRow("{\"beat\":\"1\",\"boot\":\"26-9f3a12cd\"}", "a JSON string in \"beat\", expected number", DisplayName = "number as text")]
    [DataRow("{\"beat\":1.5,\"boot\":\"26-9f3a12cd\"}", "\"beat\":1.5, expected a whole number", DisplayName = "fraction")]
    [DataRow("{\"beat\":-1,\"boot\":\"26-9f3a12cd\"}", "\"beat\":-1, expected a whole number", DisplayName = "negative")]
    [DataRow("{\"beat\":99999999999999999999,\"boot\":\"26-9f3a12cd\"}", "expected a whole number", DisplayName = "too large")]
    [DataRow("{\"beat\":null,\"boot\":\"26-9f3a12cd\"}", "a JSON null in \"beat\"", DisplayName = "null")]
    [DataRow("{\"beat\":1,\"beat\":2,\"boot\":\"26-9f3a12cd\"}", "not JSON", DisplayName = "field twice")]
    [DataRow("{\"beat\":1,\"boot\":\"26\"}", "expected a boot id", DisplayName = "bad boot id")]
    [DataRow("{\"beat\":1,\"boot\":\"\\ud800\"}", "not valid Unicode", DisplayName = "half a surrogate pair")]
    [DataRow("{\"beat\":1,\"boot\":\"26-9f3a12cd\"} x", "not JSON", DisplayName = "rest behind the end")]
    [DataRow("{\"beat\":1,\"boot\":[[[[[[[[1]]]]]]]]}", "not JSON", DisplayName = "too deep")]
    public void Beat_Malformed_IsNotedAndNotBelieved(string json, string expected)
    {
        _hub.NodeComesUp();

        _hub.Link.Deliver(_hub.Node.BeatTopic, json);

        Assert.AreEqual(1, _hub.Hub.ProblemCount);
        Assert.Contains("bn/1/nice/promenade/quai-1/beat", _hub.LastProblem);
        Assert.Contains(expected, _hub.LastProblem);
        Assert.AreEqual(1204, _hub.View.Beat);
    }

    [TestMethod]
    public void Beat_NotUtf8_IsNoted()
    {
        _hub.Link.Deliver(_hub.Node.BeatTopic, [.. "{\"beat\":1,\"boot\":\"26-9f3a12cd\",\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.Contains("is not UTF-8", _hub.LastProblem);
    }

    [TestMethod]
    public void Beat_TooLong_IsNoted()
    {
        _hub.Link.Deliver(_hub.Node.BeatTopic, new byte[MessageFields.MaxLength + 1]);

        Assert.Contains("has 4097 bytes, expected 1 to 4096", _hub.LastProblem);
    }

    [TestMethod]
    [DataRow("position", "\"sideways\"", "expected one of unknown, up, down")]
    [DataRow("mode", "\"party\"", "expected one of starting")]
    [DataRow("signal", "\"blue\"", "expected one of dark")]
    [DataRow("protected", "\"true\"", "a JSON string in \"protected\", expected true or false")]
    [DataRow("protected", "true", "says protected at position down")]
    [DataRow("blockedBy", "\"entryLoop\"", "a JSON string in \"blockedBy\", expected array")]
    [DataRow("blockedBy", "[1]", "a JSON number in \"blockedBy[0]\"")]
    [DataRow("warning", "0", "a JSON number in \"warning\"")]
    public void State_Malformed_MakesTheLaneUnknown(string field, string value, string expected)
    {
        _hub.NodeComesUp();
        System.Text.Json.Nodes.JsonObject state = System.Text.Json.Nodes.JsonNode.Parse(NodeMessages.State(seq: 13))!.AsObject();
        state[field] = System.Text.Json.Nodes.JsonNode.Parse(value);

        _hub.Link.Deliver(_hub.Node.StateTopic(), state.ToJsonString());

        Assert.Contains(expected, _hub.LastProblem);
        Assert.AreEqual("unknown", _hub.Lane.Position, "the state before it is no longer true");
        Assert.AreEqual("up", _hub.View.Lanes[1].Position, "the other lane is not touched");
    }

    [TestMethod]
    public void Conn_Malformed_MakesTheNodeNotLive()
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.ConnTopic, """{"state":"happy","boot":"26-9f3a12cd"}""");

        Assert.IsFalse(_hub.View.Live);
        Assert.AreEqual("unknown", _hub.View.Connection);
    }

    [TestMethod]
    [DataRow("""{"schema":2,"boot":"26-9f3a12cd","fw":"9","lanes":[]}""", "\"schema\":2, expected 1")]
    [DataRow("""{"schema":1,"boot":"26-9f3a12cd","fw":"9","lanes":["a","a"]}""", "names a lane twice")]
    public void Birth_Malformed_MakesTheNodeNotLive(string json, string expected)
    {
        _hub.NodeComesUp();
        _hub.Link.Deliver(_hub.Node.BirthTopic, json);

        Assert.IsFalse(_hub.View.Live);
        Assert.Contains(expected, _hub.LastProblem);
    }

    [TestMethod]
    [DataRow("bn/1/nice/promenade/conn")]
    [DataRow("bn/1//promenade/quai-1/conn")]
    [DataRow("other/1/nice/promenade/quai-1/conn")]
    public void Topic_NotOfANode_IsNoted(string topic)
    {
        _hub.Link.Deliver(topic, NodeMessages.Conn());

        Assert.IsEmpty(_hub.Hub.Nodes);
        Assert.Contains(topic, _hub.LastProblem);
    }

    [TestMethod]
    public void Problems_MoreThanAHundred_KeepsTheLatestAndCountsAll()
    {
        for (int i = 0; i < 250; i++)
        {
            _hub.Link.Deliver(_hub.Node.BeatTopic, $"broken {i}");
        }

        Assert.AreEqual(250, _hub.Hub.ProblemCount);
        Assert.HasCount(100, _hub.Hub.Problems);
    }

    [TestMethod]
    public void Messages_RandomlyDamaged_NeverThrow()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        (string Topic, string Json)[] good =
        [
            (_hub.Node.ConnTopic, NodeMessages.Conn()),
            (_hub.Node.BirthTopic, NodeMessages.Birth()),
            (_hub.Node.BeatTopic, NodeMessages.Beat()),
            (_hub.Node.StateTopic(), NodeMessages.State()),
            (_hub.Node.AckTopic(), NodeMessages.Refusal("0123456789abcdef0123456789abcdef")),
            (_hub.Node.EventTopic, NodeMessages.Event(1)),
        ];
        for (int i = 0; i < 20_000; i++)
        {
            (string topic, string json) = good[random.Next(good.Length)];
            byte[] payload = Encoding.UTF8.GetBytes(json);
            for (int damage = random.Next(1, 4); damage > 0; damage--)
            {
                byte spoiler = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\0-.eu"[random.Next(13)];
                payload[random.Next(payload.Length)] = spoiler;
            }

            _hub.Link.Deliver(topic, payload[..random.Next(payload.Length + 1)], random.Next(4) == 0);
        }

        _hub.NodeComesUp("4000000000-ffffffff");
        Assert.IsTrue(_hub.View.Live, "the hub goes on");
        _hub.Settle();
    }
}
