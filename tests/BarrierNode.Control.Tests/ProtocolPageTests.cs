using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BarrierNode.Interlock;

namespace BarrierNode.Control.Tests;

/// <summary>Every example of docs/protocol.md is what the firmware writes or takes, byte by byte where the firmware makes it.</summary>
[TestClass]
public class ProtocolPageTests
{
    private const string Boot = "26-9f3a12cd";
    private const string Id = "0123456789abcdef0123456789abcdef";
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly SiteTable _site = Sites.Small();
    private readonly CommandLog _log = new();

    private Messages Messages => new(_site, Boot);

    [TestMethod]
    public void Conn_Example_IsWhatTheNodeWrites() =>
        Assert.AreEqual(ProtocolPage.Example("json conn"), Text(Control.Messages.Conn("ready", Boot)));

    [TestMethod]
    public void Birth_Example_HasTheFieldsThatTheNodeWrites()
    {
        JsonObject written = Parse(Text(Messages.Birth("0.1.0")));
        JsonObject example = Parse(ProtocolPage.Example("json birth"));
        CollectionAssert.AreEqual(example.Select(f => f.Key).ToArray(), written.Select(f => f.Key).ToArray());
        foreach (string same in new[] { "schema", "boot", "reset", "table", "board", "can" })
        {
            Assert.AreEqual(example[same]!.ToJsonString(), written[same]!.ToJsonString());
        }
    }

    [TestMethod]
    public void Beat_Example_HasTheFieldsThatTheNodeWrites()
    {
        var controller = new Controller(SiteTableReaderTests.Valid(), 0);
        var intake = new CommandIntake(_site, Boot, Key, _log);
        JsonObject written = Parse(Text(Messages.Beat(controller, 0, 0, intake)));
        JsonObject example = Parse(ProtocolPage.Example("json beat"));
        CollectionAssert.AreEqual(example.Select(f => f.Key).ToArray(), written.Select(f => f.Key).ToArray());
        foreach ((string key, JsonNode? value) in written)
        {
            Assert.AreEqual(example[key]!.GetValueKind(), value!.GetValueKind(), key);
        }
    }

    [TestMethod]
    public void State_Example_IsWhatTheNodeWrites()
    {
        var ring = new ReportRing();
        Messages messages = Messages;
        for (int i = 0; i < 12; i++)
        {
            int state = LaneState.Pack(LanePosition.Down, LaneMode.Remote, LaneSignal.Green, false, false);
            ring.Put(ReportKind.State, 0, 0, state, CommandOp.None, 0, 1L << 1, 0, 0, 61240);
            ring.Take();
            if (i == 11)
            {
                Assert.AreEqual(ProtocolPage.Example("json state"), Text(messages.State(ring, Id)));
            }
            else
            {
                messages.State(ring, Id);
            }
        }
    }

    [TestMethod]
    [DataRow(EfoReadiness.Fitted | EfoReadiness.Ready, "ready", "[]")]
    [DataRow(EfoReadiness.Fitted | EfoReadiness.Tripped | EfoReadiness.NoSupply, "notReady", "[\"tripped\",\"supply\"]")]
    [DataRow(
        EfoReadiness.Fitted | EfoReadiness.Starting | EfoReadiness.Interlocked | EfoReadiness.Held | EfoReadiness.NoPressure,
        "notReady",
        "[\"starting\",\"interlocked\",\"held\",\"accumulator\"]")]
    public void State_LaneThatTakesEmergencyOperations_TellsWhetherItIsReady(int readiness, string efo, string why)
    {
        JsonObject state = StateOf(LaneState.WithEfo(0, readiness));
        Assert.AreEqual(efo, (string)state["efo"]!);
        Assert.AreEqual(why, state["efoWhy"]!.ToJsonString());
    }

    [TestMethod]
    public void State_LaneThatTakesNoEmergencyOperations_TellsNothingOfThem()
    {
        JsonObject state = StateOf(0);
        Assert.IsFalse(state.ContainsKey("efo"));
        Assert.IsFalse(state.ContainsKey("efoWhy"));
    }

    [TestMethod]
    [DataRow(EventCode.EmergencyOperationStarted, (int)AskedBy.Button, 0, "by", "button")]
    [DataRow(EventCode.EmergencyOperationEnded, (int)AskedBy.Key, 0, "by", "key")]
    [DataRow(EventCode.Duress, (int)AskedBy.Command, 0, "by", "command")]
    [DataRow(EventCode.EmergencyVehicleSeen, (int)AskedBy.Siren, 0, "by", "siren")]
    [DataRow(EventCode.EgressRequested, (int)AskedBy.Input, 0, "by", "input")]
    [DataRow(EventCode.EmergencyVehicleServed, 2600, 0, "responseMs", "2600")]
    [DataRow(EventCode.ConsentLapsed, (int)RefusalReason.Waiting, 0, "reason", "waiting")]
    [DataRow(EventCode.EmergencyStrokeSlow, 3100, 2500, "strokeMs", "3100")]
    [DataRow(EventCode.EmergencyStrokeSlow, 3100, 2500, "expectedMs", "2500")]
    [DataRow(EventCode.HubLost, 10020, 0, "silentMs", "10020")]
    public void Event_OfAnEmergency_TellsWhatThePageSays(EventCode code, int a, int b, string field, string value)
    {
        var entry = new JournalEntry { Number = 1, Code = code, Lane = 0, A = a, B = b };
        JsonObject written = Parse(Text(Messages.Event(entry, -1, false)));
        Assert.AreEqual(value, written[field]!.ToString());
        string row = ProtocolPage.Row($"`{Names.Of(code)}`");
        Assert.Contains($"`{field}`", row);
    }

    [TestMethod]
    public void State_TwoConditionsOfOneTrip_TellItsNameOnce()
    {
        _site.Gate.Words[GateTable.TripConditionsAt] = 7;
        _site.Gate.Words[GateTable.TripCodesAt] =
            (long)TripCode.EmergencyStop | ((long)TripCode.LimitConflict << 8) | ((long)TripCode.EmergencyStop << 16);
        var ring = new ReportRing();
        ring.Put(ReportKind.State, 0, 0, 0, CommandOp.None, 0, 0, 0, 7, 0);
        ring.Take();

        JsonNode trips = Parse(Text(Messages.State(ring, Id)))["trips"]!;

        Assert.AreEqual("""["emergencyStop","limitConflict"]""", trips.ToJsonString());
    }

    [TestMethod]
    public void Command_Example_IsTakenAndMakesTheMessageOnThePage()
    {
        byte[] payload = Encoding.UTF8.GetBytes(ProtocolPage.Example("json cmd"));
        string message = Text(Jws.Sign(payload, Key));
        Assert.AreEqual(message, ProtocolPage.Example("jws cmd"));
        var intake = new CommandIntake(_site, Boot, Key, _log);
        Assert.AreEqual(RefusalReason.None, intake.Take("promenade", Encoding.ASCII.GetBytes(message), false, 1204));
        Assert.AreEqual(CommandOp.Raise, _log.Op(intake.Ticket));
    }

    [TestMethod]
    public void Ack_Example_IsWhatTheNodeWrites()
    {
        int ticket = _log.Add(Id, 0, CommandOp.Raise);
        _log.Answer(ticket, AckStage.Refused, RefusalReason.Interlocked, 1L << 1, 0);
        Assert.AreEqual(ProtocolPage.Example("json ack"), Text(Messages.Ack(_log, ticket, 61300)));
    }

    [TestMethod]
    public void Birth_LaneThatDropsWithoutPower_IsNamed()
    {
        _site.Lanes[0].HoldOutputs = 2;
        Assert.AreEqual("""["promenade"]""", Parse(Text(Messages.Birth("0.1.0")))["drops"]!.ToJsonString());
    }

    [TestMethod]
    public void Stroke_Example_IsWhatTheNodeWrites()
    {
        _site.Lanes[0].Settings[(int)LaneSetting.ServiceAfterCycles] = 10_000;
        KeptValues kept = Counted();
        Assert.AreEqual(ProtocolPage.Example("json stroke"), Text(Messages.Stroke(AStroke(), kept)));
    }

    [TestMethod]
    public void Stroke_NoServiceCounted_TellsNoCountdown() =>
        Assert.IsFalse(Parse(Text(Messages.Stroke(AStroke(), Counted()))).ContainsKey("serviceInCycles"));

    [TestMethod]
    public void Event_EquipmentInput_NamesTheInputsOfItsRole()
    {
        _site.Lanes[0].RoleInputs[(int)InputRole.PitWater] = 1 << 2;
        var entry = new JournalEntry { Number = 1, Code = EventCode.EquipmentInput, Lane = 0, A = (int)InputRole.PitWater, B = 1 };
        JsonObject written = Parse(Text(Messages.Event(entry, -1, false)));
        Assert.AreEqual("""["exitLoop"]""", written["what"]!.ToJsonString());
        Assert.IsTrue((bool)written["on"]!);

        entry.A = 999;
        Assert.AreEqual("[]", Parse(Text(Messages.Event(entry, -1, false)))["what"]!.ToJsonString(), "a damaged entry is no reason to fail");
    }

    [TestMethod]
    public void Event_OfStrokesAndService_HasItsNumbers()
    {
        var deviation = new JournalEntry { Number = 1, Code = EventCode.StrokeDeviation, Lane = 0, Op = CommandOp.Raise, A = 6700, B = 5100 };
        JsonObject written = Parse(Text(Messages.Event(deviation, -1, false)));
        Assert.AreEqual(("raise", 6700, 5100), ((string)written["op"]!, (int)written["strokeMs"]!, (int)written["learnedMs"]!));
        var measured = new JournalEntry { Number = 1, Code = EventCode.StrokeMeasured, Lane = 0, Op = CommandOp.Lower, A = 2600 };
        Assert.AreEqual(2600, (int)Parse(Text(Messages.Event(measured, -1, false)))["strokeMs"]!);
        foreach (EventCode code in new[] { EventCode.ServiceDue, EventCode.Serviced })
        {
            var entry = new JournalEntry { Number = 1, Code = code, Lane = 0, A = 3120 };
            Assert.AreEqual(3120, (int)Parse(Text(Messages.Event(entry, -1, false)))["cycles"]!, $"{code}");
        }
    }

    [TestMethod]
    public void Event_Example_IsWhatTheNodeWrites()
    {
        var entry = new JournalEntry
        {
            Number = 318, Start = 26, UptimeMs = 61300, Code = EventCode.CommandRefused, Lane = 0, Op = CommandOp.Raise,
            A = (int)RefusalReason.Interlocked, B = 1L << 1,
        };
        Assert.AreEqual(ProtocolPage.Example("json event"), Text(Messages.Event(entry, -1, false)));
    }

    [TestMethod]
    public void Why_Example_IsWhatTheNodeWrites()
    {
        _site.DetectorInputs = 1 << 1;
        var why = new LaneWhy();
        why.Take(Held(raise: 1L << 1, holds: 1 << (int)LaneHold.RedLampFailed));

        Assert.AreEqual(ProtocolPage.Example("json why"), Text(Messages.Why(0, why, 61240)));
    }

    [TestMethod]
    public void Why_SameAgainLater_KeepsWhenItBegan()
    {
        var why = new LaneWhy();
        why.Take(Held(raise: 2, holds: 0));
        why.Take(Held(raise: 6, holds: 0, uptimeMs: 90_000));

        JsonArray raise = Parse(Text(Messages.Why(0, why, 90_000)))["raise"]!.AsArray();
        CollectionAssert.AreEqual(new[] { 61, 90 }, raise.Select(b => (int)b!["sinceS"]!).ToArray());
    }

    [TestMethod]
    public void Why_MoreThanAMessageHolds_IsWellFormedAndSaysSo()
    {
        for (int i = 0; i < _site.InputNames.Length; i++)
        {
            _site.InputNames[i] = new string('x', 24);
        }

        var why = new LaneWhy();
        why.Take(Held(raise: -1, holds: (1 << LaneHolds.Count) - 1));

        byte[] message = Messages.Why(0, why, long.MaxValue);
        Assert.IsLessThanOrEqualTo(Control.Messages.MaxLength, message.Length);
        JsonObject written = Parse(Text(message));
        Assert.IsFalse((bool)written["whole"]!);
        Assert.IsGreaterThan(5, written["raise"]!.AsArray().Count);
    }

    [TestMethod]
    public void Holds_Table_ListsEveryHoldAndWhoClearsIt()
    {
        string[] page = Repository.Text("docs/protocol.md").Split('\n');
        foreach (LaneHold hold in Enum.GetValues<LaneHold>())
        {
            string start = $"| `{Clearing.Of(hold)}` | `{LaneHolds.Name(hold)}` |";
            Assert.AreEqual(1, page.Count(line => line.StartsWith(start, StringComparison.Ordinal)), start);
        }
    }

    [TestMethod]
    public void Operations_Table_ListsEveryOperation() => CollectionAssert.AreEquivalent(
        Enum.GetValues<CommandOp>().Where(op => op != CommandOp.None).Select(Names.Of).ToArray(), ProtocolPage.FirstCells("Operations"));

    [TestMethod]
    public void Crowd_Example_IsWhatTheNodeWrites()
    {
        var ring = new ReportRing();
        ring.Put(ReportKind.Crowd, 0, CrowdState.Density, 412, CommandOp.None, -1, 38, 12, 0, 61300);
        ring.Take();
        Assert.AreEqual(ProtocolPage.Example("json crowd"), Text(Messages.Crowd(ring)));
    }

    [TestMethod]
    public void Loop_Example_IsWhatTheNodeWrites()
    {
        var ring = new ReportRing();
        int code = (int)LoopState.Occupied << 4;
        ring.Put(ReportKind.Loop, -1, code, 14210, CommandOp.None, 88, -35, -410, 60_120_400, 61300);
        ring.Take();
        Assert.AreEqual(ProtocolPage.Example("json loop"), Text(Messages.Loop(ring)));
    }

    [TestMethod]
    [DataRow(EventCode.LoopFault, (long)LoopFault.Open, "\"what\":\"entryLoop\",\"fault\":\"open\",")]
    [DataRow(EventCode.LoopFaultEnded, 0L, "\"what\":\"entryLoop\",")]
    [DataRow(EventCode.LoopNoise, 310L, "\"what\":\"entryLoop\",\"noisePpm\":310,")]
    public void Event_OfLoops_TellsWhichAndWhat(EventCode code, long b, string expected)
    {
        string written = Text(Messages.Event(new JournalEntry { Number = 1, Code = code, Lane = 0, A = 1, B = b }, -1, false));
        Assert.Contains("\"lane\":\"promenade\"," + expected + "\"hist\"", written);
    }

    [TestMethod]
    [DataRow(EventCode.LampFault, (int)LampFaultKind.RedDead, "\"fault\":\"redDead\"")]
    [DataRow(EventCode.SelfTestFailed, (int)SelfTestStep.Act, "\"step\":\"act\",\"what\":[\"entryLoop\"]")]
    [DataRow(EventCode.TimetableMove, (int)CalendarSays.Closed, "\"calendar\":\"closed\"")]
    [DataRow(EventCode.ClockSet, 1139520, "\"clock\":1139520")]
    [DataRow(EventCode.CommandAccepted, 45, "\"arg\":45")]
    public void Event_OfSignals_TellsItsFields(EventCode code, int a, string fields)
    {
        var entry = new JournalEntry { Number = 1, Code = code, Lane = 0, A = a, B = 1L << 1 };

        Assert.Contains(fields, Text(Messages.Event(entry, -1, false)));
    }

    [TestMethod]
    [DataRow(EventCode.Passage, 5000, 0x1194041L, """ "direction":"forward","speedKmh":18,"lengthMm":4500,"axles":4, """)]
    [DataRow(EventCode.Passage, 0, 3L, """ "direction":"turnedBack","speedKmh":0,"lengthMm":0,"axles":0, """)]
    [DataRow(EventCode.WrongWay, 8400, 0L, """ "speedKmh":30, """)]
    [DataRow(EventCode.Overspeed, 14000, 2L, """ "direction":"backward","speedKmh":50, """)]
    [DataRow(EventCode.Tailgating, 700, 0L, """ "gapMs":700, """)]
    [DataRow(EventCode.CrowdThreshold, CrowdState.Surge | 256, 31L, """ "what":"surge","over":true,"people":31, """)]
    [DataRow(EventCode.CrowdThreshold, CrowdState.CounterFlow, 9L, """ "what":"counterFlow","over":false,"people":9, """)]
    public void Event_OfVehiclesAndCrowds_TellsItsFigures(EventCode code, int a, long b, string expected)
    {
        string written = Text(Messages.Event(new JournalEntry { Number = 1, Code = code, Lane = 0, A = a, B = b }, -1, false));
        Assert.Contains("\"lane\":\"promenade\"," + expected.Trim() + "\"hist\"", written);
    }

    [TestMethod]
    public void Event_CommandRefusedAsBusy_TellsHowManyAndNoCondition()
    {
        var entry = new JournalEntry { Number = 1, Code = EventCode.CommandRefused, Lane = -1, A = (int)RefusalReason.Busy, B = 7 };
        JsonObject written = Parse(Text(Messages.Event(entry, -1, false)));
        Assert.AreEqual(7, (int)written["count"]!);
        Assert.IsFalse(written.ContainsKey("why"), "a number is no mask of conditions");
    }

    [TestMethod]
    public void EventAck_Example_ConfirmsEvents() =>
        Assert.AreEqual(318, FlatJson.Read(Encoding.UTF8.GetBytes(ProtocolPage.Example("json event/ack"))).Number("n", -1));

    [TestMethod]
    public void Recorder_Example_HasTheFieldsThatTheNodeWrites()
    {
        var controller = new Controller(SiteTableReaderTests.Valid(), 0);
        FreezeAfterATrip(controller);
        byte[] data = Base64Of(ProtocolPage.Example("json recorder"));
        JsonObject written = Parse(Text(Messages.RecordPage(controller, 12288, data, data.Length)));
        JsonObject example = Parse(ProtocolPage.Example("json recorder"));
        CollectionAssert.AreEqual(example.Select(f => f.Key).ToArray(), written.Select(f => f.Key).ToArray());
        foreach (string same in new[] { "boot", "record", "trip", "condition", "missed", "at", "data" })
        {
            Assert.AreEqual(example[same]!.ToJsonString(), written[same]!.ToJsonString());
        }

        Assert.AreEqual((int)example["length"]!, (int)example["at"]! + data.Length, "the example is a last page");
        Assert.AreEqual(controller.Recorder.Length, (int)written["length"]!);
        Assert.AreEqual(controller.RecordUptimeMs, (long)written["upMs"]!);
        Assert.AreEqual(80, controller.RecordUptimeMs, "the trip was in the fourth scan, 20 ms each");
    }

    [TestMethod]
    public void Recorder_AskedFor_HasNoCondition()
    {
        var controller = new Controller(SiteTableReaderTests.Valid(), 0);
        controller.WantRecord();
        Scan(controller, CalmPins(_site), FlightRecorder.EntriesAfterTrigger);
        JsonObject written = Parse(Text(Messages.RecordPage(controller, 0, new byte[1], 1)));
        Assert.AreEqual("asked", (string)written["trip"]!);
        Assert.IsFalse(written.ContainsKey("condition"));
    }

    [TestMethod]
    public void Recorder_LongestPage_IsWholeAndFits()
    {
        var controller = new Controller(SiteTableReaderTests.Valid(), 0);
        FreezeAfterATrip(controller);
        var messages = new Messages(_site, "4294967295-ffffffff");
        byte[] page = messages.RecordPage(controller, int.MaxValue, new byte[Control.Messages.MaxPageData], Control.Messages.MaxPageData);
        JsonObject written = Parse(Text(page));
        Assert.AreEqual(Base64Url.LengthOf(Control.Messages.MaxPageData), ((string)written["data"]!).Length);

        // The numbers of this page could have this many digits more.
        int digits = 3 * 9 + 15;
        int longerTrip = "remoteEmergencyStop".Length - "emergencyStop".Length;
        Assert.IsLessThanOrEqualTo(Control.Messages.MaxPageLength, page.Length + digits + longerTrip);
    }

    [TestMethod]
    public void RecorderAck_Example_IsReadAsFlatJson()
    {
        FlatJson ack = FlatJson.Read(Encoding.UTF8.GetBytes(ProtocolPage.Example("json recorder/ack")));
        Assert.AreEqual((Boot, 1L, 768L), (ack.Text("boot"), ack.Number("record", -1), ack.Number("next", -1)));
    }

    [TestMethod]
    public void Reasons_Table_ListsEveryReason() => CollectionAssert.AreEquivalent(
        Enum.GetValues<RefusalReason>().Where(r => r != RefusalReason.None).Select(Names.Of).ToArray(), ProtocolPage.FirstCells("lane/{lane}/ack"));

    [TestMethod]
    public void Events_Table_ListsEveryEvent() => CollectionAssert.AreEquivalent(
        Enum.GetValues<EventCode>().Select(Names.Of).ToArray(), ProtocolPage.FirstCells("event\n"));

    [TestMethod]
    public void Messages_LongestPossible_FitAndAreWellFormed()
    {
        for (int i = 0; i < _site.InputNames.Length; i++)
        {
            _site.InputNames[i] = new string('x', 24);
        }

        var ring = new ReportRing();
        ring.Put(ReportKind.State, 0, 0, LaneState.Pack(LanePosition.Lowering, LaneMode.Starting, 0, false, false), 0, 0, -1, -1, -1, long.MaxValue);
        ring.Take();
        byte[] state = Messages.State(ring, Id);
        Assert.IsLessThanOrEqualTo(Control.Messages.MaxLength, state.Length);
        Parse(Text(state));
    }

    [TestMethod]
    public void Names_OfEveryValue_AreKnownAndDifferent()
    {
        AssertDistinct(Enum.GetValues<RefusalReason>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<EventCode>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<LanePosition>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<CommandOp>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<LampFaultKind>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<SelfTestStep>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<CalendarSays>().Select(Names.Of));
        AssertDistinct(Enum.GetValues<TripCode>().Where(c => c != 0).Select(Names.Of));
    }

    private static ReportRing AStroke()
    {
        var reporter = new Reporter { UptimeMs = 66_400 };
        reporter.Stroke(0, CommandOp.Raise, 5180, 140, 5100, 1);
        reporter.Ring.Take();
        return reporter.Ring;
    }

    private static KeptValues Counted()
    {
        var kept = new KeptValues();
        kept.Set(0, KeptSlot.Cycles, 3120);
        kept.Set(0, KeptSlot.DriveSeconds, 24_000);
        kept.Set(0, KeptSlot.Reversals, 17);
        kept.Set(0, KeptSlot.Trips, 2);
        return kept;
    }

    private static ReportRing Held(long raise, int holds, long uptimeMs = 61_000)
    {
        var ring = new ReportRing();
        ring.Put(ReportKind.Why, 0, 0, 0, CommandOp.None, holds, raise, 0, 0, uptimeMs);
        ring.Take();
        return ring;
    }

    private static void FreezeAfterATrip(Controller controller)
    {
        int calm = CalmPins(Sites.Small());
        Scan(controller, calm, 3);
        Scan(controller, calm ^ 1, FlightRecorder.EntriesAfterTrigger);
        Assert.IsTrue(controller.Recorder.Frozen);
    }

    private static int CalmPins(SiteTable site) => (int)site.Gate.Words[GateTable.InvertedInputsAt];

    private static void Scan(Controller controller, int pins, int times)
    {
        for (int i = 0; i < times; i++)
        {
            controller.Scan(pins, 20_000);
            controller.EndScan(0, 20_000);
        }
    }

    private static byte[] Base64Of(string page)
    {
        byte[] text = Encoding.ASCII.GetBytes((string)Parse(page)["data"]!);
        return Base64Url.Decode(text, 0, text.Length);
    }

    private static void AssertDistinct(IEnumerable<string> names)
    {
        string[] all = [.. names];
        Assert.AreEqual(all.Length, all.Distinct().Count(), string.Join(", ", all));
        Assert.IsFalse(all.Any(n => n.Any(char.IsDigit)), "a name is missing: " + string.Join(", ", all));
    }

    private static string Text(byte[] message) => Encoding.UTF8.GetString(message);

    private JsonObject StateOf(int state)
    {
        var ring = new ReportRing();
        ring.Put(ReportKind.State, 0, 0, state, CommandOp.None, 0, 0, 0, 0, 0);
        ring.Take();
        return Parse(Text(Messages.State(ring, Id)));
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
