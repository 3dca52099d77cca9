using System.Text;
using System.Text.Json.Nodes;
using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Run;
using BarrierNode.Hub;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>From the trip to the engineer's desk: a record arrives whole, whatever happens on the way, and replays bit for bit.</summary>
[TestClass]
public class FlightRecordTests
{
    [TestMethod]
    public void Trip_DuringAStroke_BecomesAFileThatReplaysIdentically()
    {
        using LiveStreet street = new();
        using Wire wire = street.Watcher();
        street.WaitForStage(street.Send(CommandOp.Lower), "moving");
        street.PressEmergencyStop(true);

        string file = street.WaitForRecord(1);

        string story = AssertReplays(street, file);
        Assert.Contains("lab/minimal/bench-1: emergencyStop (condition emergencyStop), ", story);
        Assert.Contains("command lower yard", story);
        Assert.MatchesRegex(@"(?m)^ +0  no .*permits nothing.*\+emergencyStop", story);
        street.WaitForEvent("tripped");
        RecordView record = street.Hub.Records.Latest.Single();
        EventView tripped = street.Events.Single(e => e.Code == "tripped");
        Assert.AreEqual((tripped.UptimeMs, "emergencyStop", 0L), (record.UptimeMs, record.Trip, record.Missed));
        Mqtt.MqttMessage[] pages = [.. wire.Received.Where(m => m.Topic == street.Topics.Recorder)];
        Console.WriteLine($"{new FileInfo(file).Length} bytes in {pages.Length} pages of at most {pages.Max(p => p.Payload.Length)} bytes");
        foreach (Mqtt.MqttMessage page in pages)
        {
            Assert.IsLessThanOrEqualTo(Messages.MaxPageLength, page.Payload.Length);
            ProtocolPage.AssertLikeExample("recorder", Encoding.UTF8.GetString(page.Payload));
        }
    }

    [TestMethod]
    public void Trip_AfterTheRecordBeforeIsStored_HasARecordOfItsOwn()
    {
        using LiveStreet street = new();
        street.PressEmergencyStop(true);
        string first = street.WaitForRecord(1);

        street.PressEmergencyStop(false);
        Wait.Until(() => street.Do(CommandOp.Reset).Stage == "done", "the trip is reset");
        street.PressEmergencyStop(true);
        string second = street.WaitForRecord(2);

        Assert.AreNotEqual(first, second);
        AssertReplays(street, first);
        AssertReplays(street, second);
    }

    [TestMethod]
    public void Link_CutInTheMiddleOfTheRecord_RecordIsCompleteAfterTheReconnect()
    {
        using LiveStreet street = new();
        WaitForALongRecord(street);
        street.StopHub();
        using (Wire hub = street.HubUser(street.Topics.Recorder))
        {
            street.PressEmergencyStop(true);
            Wait.Until(() => Places(hub, street).Contains(3 * Messages.MaxPageData), "the node sends as much as it may unconfirmed");
            JsonNode page = hub.On(street.Topics.Recorder)[0];
            hub.Publish(street.Topics.RecorderAck, Ack(page, 2 * Messages.MaxPageData));
            Wait.Until(() => Places(hub, street).Contains(5 * Messages.MaxPageData), "the node goes on from what is confirmed");
            CollectionAssert.AreEqual(
                Enumerable.Range(0, 6).Select(i => i * Messages.MaxPageData).ToArray(), Places(hub, street), "and sends no more than that");
            street.Running.Broker!.Kill();
        }

        street.Running.Broker.Restart();
        street.RestartHub();

        AssertReplays(street, street.WaitForRecord(1));
        Assert.AreEqual(0, street.Hub.ProblemCount, "a page that comes twice is no problem");
    }

    [TestMethod]
    public void Hub_RestartedBeforeTheRecordIsStored_CollectsItAgain()
    {
        using LiveStreet street = new();
        using Wire wire = street.Watcher();
        File.WriteAllText(street.RecordsFolder, "in the way");
        street.PressEmergencyStop(true);
        Wait.Until(() => street.Hub.Problems.Any(p => p.Text.Contains("cannot be written")), "the hub has all pages and cannot store them");
        Assert.IsLessThan(Length(wire, street), Acks(wire, street).Max(), "the hub does not confirm what it has not stored");

        street.StopHub();
        File.Delete(street.RecordsFolder);
        int before = Acks(wire, street).Length;
        street.RestartHub();

        AssertReplays(street, street.WaitForRecord(1));
        Wait.Until(() => Acks(wire, street)[^1] == Length(wire, street), "the whole record is confirmed");
        Assert.AreEqual(0, Acks(wire, street)[before], "the new hub has nothing yet");
    }

    [TestMethod]
    public void Node_GivenBadConfirmations_RefusesThemAndKeepsTheRecord()
    {
        using LiveStreet street = new();
        WaitForALongRecord(street);
        street.StopHub();
        using Wire hub = street.HubUser("bn/1/#");
        street.PressEmergencyStop(true);
        Wait.Until(() => Places(hub, street).Length == 4, "the node sends its window");
        JsonNode page = hub.On(street.Topics.Recorder)[0];
        int length = (int)page["length"]!;
        byte[][] bad =
        [
            [], "next, please"u8.ToArray(), new byte[2000], "{}"u8.ToArray(), Changed(page, "record", "one"), Changed(page, "boot", 26),
            Ack(page, -1), Ack(page, length + 1),
        ];
        byte[][] late = [Changed(page, "record", 7), Changed(page, "boot", "1-00000000")];
        foreach (byte[] message in bad.Concat(late))
        {
            hub.Publish(street.Topics.RecorderAck, message);
        }

        Wait.Until(() => hub.On(street.Topics.Beat) is [.., var beat] && (int)beat["refused"]! >= bad.Length, "the node refuses them");
        hub.Publish(street.Topics.RecorderAck, Ack(page, Messages.MaxPageData));
        Wait.Until(() => Places(hub, street).Length == 5, "the right one counts");
        Assert.AreEqual(bad.Length, (int)hub.On(street.Topics.Beat)[^1]["refused"]!, "late ones are not wrong");
        hub.Dispose();
        street.RestartHub();
        AssertReplays(street, street.WaitForRecord(1));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Run_WhenARecordIsStored_PrintsALine(bool json)
    {
        using LiveStreet street = new();
        StringWriter output = new();
        TextWriter writer = TextWriter.Synchronized(output);
        using HubTeller teller = new(street.Running, new RunReport(writer, json));
        street.PressEmergencyStop(true);
        string file = street.WaitForRecord(1);

        string Line()
        {
            // The teller writes on other threads.
            lock (writer)
            {
                return output.ToString().Split(Environment.NewLine)
                    .FirstOrDefault(l => l.StartsWith(json ? "{\"event\":\"record\"" : "Record ", StringComparison.Ordinal), "");
            }
        }

        Wait.Until(() => Line().Length > 0, "the line is printed");
        if (json)
        {
            JsonNode told = JsonNode.Parse(Line())!;
            Assert.AreEqual(
                ("lab/minimal/bench-1", "emergencyStop", file), ((string)told["node"]!, (string)told["trip"]!, (string)told["file"]!));
        }
        else
        {
            Assert.AreEqual($"Record   lab/minimal/bench-1: emergencyStop, {file}", Line());
        }
    }

    // A record of six seconds has more pages than the node sends ahead.
    private static void WaitForALongRecord(LiveStreet street) =>
        Wait.Until(() => street.Node.Beat >= 6, "the node has run for six seconds");

    private static string AssertReplays(LiveStreet street, string file)
    {
        string site = Path.Combine(AppContext.BaseDirectory, "sites", "minimal.yaml");
        StringWriter output = new();
        StringWriter errors = new();
        int code = RecordShowCommand.Execute(file, site, false, false, output, errors);
        Assert.AreEqual(0, code, errors.ToString() + output);
        Assert.Contains("Identical: ", output.ToString());
        Assert.StartsWith(street.RecordsFolder, file);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        return output.ToString();
    }

    private static int[] Places(Wire wire, LiveStreet street) => [.. wire.On(street.Topics.Recorder).Select(page => (int)page["at"]!)];

    private static int[] Acks(Wire wire, LiveStreet street) => [.. wire.On(street.Topics.RecorderAck).Select(ack => (int)ack["next"]!)];

    private static int Length(Wire wire, LiveStreet street) => (int)wire.On(street.Topics.Recorder)[0]["length"]!;

    private static byte[] Ack(JsonNode page, int next) => Encoding.UTF8.GetBytes(Answer(page, next).ToJsonString());

    private static byte[] Changed(JsonNode page, string field, JsonNode value)
    {
        JsonObject answer = Answer(page, 0);
        answer[field] = value;
        return Encoding.UTF8.GetBytes(answer.ToJsonString());
    }

    private static JsonObject Answer(JsonNode page, int next) =>
        new() { ["boot"] = (string)page["boot"]!, ["record"] = (int)page["record"]!, ["next"] = next };
}
