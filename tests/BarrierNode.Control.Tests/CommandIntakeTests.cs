using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BarrierNode.Control.Tests;

[TestClass]
public class CommandIntakeTests
{
    private const string Boot = "26-9f3a12cd";
    private const string Id = "0123456789abcdef0123456789abcdef";
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly CommandLog _log = new();
    private CommandIntake _intake = null!;

    [TestInitialize]
    public void Start() => _intake = new CommandIntake(Sites.Small(), Boot, Key, _log);

    [TestMethod]
    public void Take_ValidCommand_GivesATicketOfItsLaneAndOperation()
    {
        Assert.AreEqual(RefusalReason.None, Take(Fields()));
        Assert.IsFalse(_intake.Repeated);
        Assert.AreEqual(CommandOp.Raise, _log.Op(_intake.Ticket));
        Assert.AreEqual(0, _log.Lane(_intake.Ticket));
        Assert.AreEqual(Id, _log.Id(_intake.Ticket));
    }

    [TestMethod]
    [DataRow("lower")]
    [DataRow("consent")]
    public void Take_WhatTwoPersonsMustAskFor_CarriesTheNumberOfThePerson(string op)
    {
        JsonObject fields = Fields();
        fields["op"] = op;
        fields["arg"] = 7;
        Assert.AreEqual(RefusalReason.None, Take(fields));
        Assert.AreEqual(CommandIntake.PersonNumber("anna"), _intake.Argument, "what the sender writes there does not count");
    }

    [TestMethod]
    public void PersonNumber_OfDifferentPersons_Differs()
    {
        string[] persons = [.. Enumerable.Range(0, 1000).Select(i => $"operator-{i}"), "anna", "anan", "Anna", "anna ", new string('z', 32)];
        int[] numbers = [.. persons.Select(CommandIntake.PersonNumber)];
        Assert.HasCount(persons.Length, numbers.Distinct());
        Assert.IsTrue(numbers.All(n => n is >= 1 and <= RequestRing.MaxArgument));
    }

    [TestMethod]
    public void Take_SignedByAnotherImplementation_IsAccepted()
    {
        // As any stock library makes it: RFC 7515 by .NET's own base64 and HMAC, none of our code.
        static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string text = Url("""{"alg":"HS256","typ":"JWT"}"""u8.ToArray()) + "." + Url(Encoding.UTF8.GetBytes(Fields().ToJsonString()));
        text += "." + Url(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text)));
        Assert.AreEqual(RefusalReason.None, _intake.Take("promenade", Encoding.ASCII.GetBytes(text), false, 100));
    }

    [TestMethod]
    public void Take_Retained_IsRefusedBeforeAnythingElse()
    {
        Assert.AreEqual(RefusalReason.Retained, _intake.Take("promenade", Sign(Fields()), true, 100));
        Assert.AreEqual(RefusalReason.Retained, _intake.Take("promenade", [1, 2, 3], true, 100));
        Assert.AreEqual(-1, _intake.Ticket);
    }

    [TestMethod]
    public void Take_TooLong_IsRefused() =>
        Assert.AreEqual(RefusalReason.TooLarge, _intake.Take("promenade", new byte[CommandIntake.MaxLength + 1], false, 100));

    [TestMethod]
    [DataRow("")]
    [DataRow("hello")]
    [DataRow("a.b.c")]
    [DataRow("eyJhbGciOiJub25lIn0.e30.", DisplayName = "alg none")]
    public void Take_NoJws_IsMalformed(string message) =>
        Assert.AreEqual(RefusalReason.Malformed, _intake.Take("promenade", Encoding.UTF8.GetBytes(message), false, 100));

    [TestMethod]
    public void Take_NoJwsOfRandomBytes_IsMalformed() =>
        Assert.AreEqual(RefusalReason.Malformed, _intake.Take("promenade", RandomNumberGenerator.GetBytes(300), false, 100));

    [TestMethod]
    public void Take_AnotherHeader_IsMalformedThoughItsSignatureIsRight()
    {
        static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string text = Url("""{"typ":"JWT","alg":"HS256"}"""u8.ToArray()) + "." + Url(Encoding.UTF8.GetBytes(Fields().ToJsonString()));
        text += "." + Url(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text)));
        Assert.AreEqual(RefusalReason.Malformed, _intake.Take("promenade", Encoding.ASCII.GetBytes(text), false, 100));
    }

    [TestMethod]
    public void Take_EveryBitOfAMessageFlipped_IsNeverAccepted()
    {
        byte[] message = Sign(Fields());
        for (int bit = 0; bit < message.Length * 8; bit++)
        {
            byte[] bad = (byte[])message.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            RefusalReason reason = _intake.Take("promenade", bad, false, 100);
            Assert.IsTrue(reason is RefusalReason.Malformed or RefusalReason.BadSignature, $"bit {bit}: {reason}");
            Assert.AreEqual(-1, _intake.Ticket);
        }
    }

    [TestMethod]
    public void Take_SignedWithAnotherKey_IsRefused() =>
        Assert.AreEqual(RefusalReason.BadSignature, _intake.Take("promenade", Jws.Sign(Bytes(Fields()), new byte[32]), false, 100));

    [TestMethod]
    public void Take_NodeWithoutKey_RefusesEveryCommand()
    {
        _intake = new CommandIntake(Sites.Small(), Boot, null, _log);
        Assert.AreEqual(RefusalReason.NoKey, Take(Fields()));
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("{\"id\":{}}")]
    [DataRow("no json")]
    public void Take_PayloadNotFlatJson_IsRefused(string payload) =>
        Assert.AreEqual(RefusalReason.BadPayload, _intake.Take("promenade", Jws.Sign(Encoding.UTF8.GetBytes(payload), Key), false, 100));

    [TestMethod]
    public void Take_PayloadNotUtf8_IsRefused() =>
        Assert.AreEqual(RefusalReason.BadPayload, _intake.Take("promenade", Jws.Sign([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], Key), false, 100));

    [TestMethod]
    [DataRow("aud")]
    [DataRow("lane")]
    [DataRow("op")]
    [DataRow("id")]
    [DataRow("iss")]
    [DataRow("sub")]
    [DataRow("boot")]
    [DataRow("beat")]
    [DataRow("seq")]
    public void Take_AFieldMissingOrOfAnotherType_IsRefused(string field)
    {
        JsonObject fields = Fields();
        fields.Remove(field);
        Assert.AreEqual(RefusalReason.BadField, Take(fields));
        fields[field] = field is "beat" or "seq" ? "12" : 12;
        Assert.AreEqual(RefusalReason.BadField, Take(fields));
    }

    [TestMethod]
    [DataRow("id", "0123456789ABCDEF0123456789ABCDEF", RefusalReason.BadField)]
    [DataRow("id", "0123", RefusalReason.BadField)]
    [DataRow("iss", "", RefusalReason.BadField)]
    [DataRow("aud", "nice/promenade/quai-2", RefusalReason.WrongAudience)]
    [DataRow("boot", "25-9f3a12cd", RefusalReason.WrongBoot)]
    [DataRow("lane", "depot", RefusalReason.UnknownLane)]
    [DataRow("op", "open", RefusalReason.UnknownOperation)]
    [DataRow("op", "Raise", RefusalReason.UnknownOperation)]
    public void Take_AFieldWrong_IsRefusedWithItsReason(string field, string value, RefusalReason reason)
    {
        JsonObject fields = Fields();
        fields[field] = value;
        Assert.AreEqual(reason, Take(fields));
    }

    [TestMethod]
    public void Take_OnTheTopicOfAnotherLane_IsRefused() =>
        Assert.AreEqual(RefusalReason.UnknownLane, _intake.Take("depot", Sign(Fields()), false, 100));

    [TestMethod]
    [DataRow(100L, RefusalReason.None)]
    [DataRow(95L, RefusalReason.None)]
    [DataRow(94L, RefusalReason.Stale)]
    [DataRow(101L, RefusalReason.Stale)]
    public void Take_BeatOfTheIssuer_MayBeFiveSecondsOldAndNeverInTheFuture(long beat, RefusalReason reason)
    {
        JsonObject fields = Fields();
        fields["beat"] = beat;
        Assert.AreEqual(reason, Take(fields));
    }

    [TestMethod]
    public void Take_SequenceNotAboveTheLast_IsRefusedPerIssuer()
    {
        Assert.AreEqual(RefusalReason.None, Take(Fields(id: 1, seq: 10)));
        Assert.AreEqual(RefusalReason.OldSequence, Take(Fields(id: 2, seq: 10)));
        Assert.AreEqual(RefusalReason.OldSequence, Take(Fields(id: 3, seq: 9)));
        JsonObject other = Fields(id: 4, seq: 1);
        other["iss"] = "desk-2";
        Assert.AreEqual(RefusalReason.None, Take(other));
        Assert.AreEqual(RefusalReason.None, Take(Fields(id: 5, seq: 11)));
    }

    [TestMethod]
    [DataRow("stop")]
    [DataRow("estop")]
    public void Take_StopWithAnOldSequence_IsAccepted(string op)
    {
        Take(Fields(id: 1, seq: 10));
        JsonObject stop = Fields(id: 2, seq: 3);
        stop["op"] = op;
        Assert.AreEqual(RefusalReason.None, Take(stop));
    }

    [TestMethod]
    public void Take_MoreIssuersThanItKeeps_RefusesTheNext()
    {
        for (int i = 0; i < 16; i++)
        {
            JsonObject fields = Fields(id: i);
            fields["iss"] = "desk-" + i;
            Assert.AreEqual(RefusalReason.None, Take(fields));
        }

        JsonObject one = Fields(id: 99);
        one["iss"] = "one-more";
        Assert.AreEqual(RefusalReason.TooManyIssuers, Take(one));
    }

    [TestMethod]
    public void Take_SameCommandTwice_IsTheSameTicketAndMarkedAsRepeated()
    {
        Take(Fields());
        int ticket = _intake.Ticket;
        Assert.AreEqual(RefusalReason.None, Take(Fields()));
        Assert.AreEqual(ticket, _intake.Ticket);
        Assert.IsTrue(_intake.Repeated);
    }

    [TestMethod]
    public void Take_RefusedCommandRepeated_GivesTheFirstAnswerAgain()
    {
        Assert.AreEqual(RefusalReason.Stale, _intake.Take("promenade", Sign(Fields()), false, 200));
        Assert.AreEqual(RefusalReason.None, _intake.Take("promenade", Sign(Fields()), false, 100));
        Assert.IsTrue(_intake.Repeated);
        Assert.AreEqual(AckStage.Refused, _log.Stage(_intake.Ticket));
        Assert.AreEqual(RefusalReason.Stale, _log.Reason(_intake.Ticket));
    }

    [TestMethod]
    public void Take_Clock_TellsTheTimeAndLeavesNoTrace()
    {
        Assert.AreEqual(RefusalReason.None, Take(Clock(beat: 98)));
        Assert.IsTrue(_intake.IsClock);
        Assert.AreEqual((-1, 0, 1_139_520), (_intake.Ticket, _intake.Lane, _intake.Argument));
        Assert.AreEqual(RefusalReason.None, Take(Fields()));
        Assert.IsFalse(_intake.IsClock);
    }

    [TestMethod]
    public void Take_ClocksByTheHundred_PushNoCommandOutOfTheLog()
    {
        Take(Fields());
        int ticket = _intake.Ticket;
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(RefusalReason.None, Take(Clock(beat: 100)));
        }

        Assert.AreEqual(RefusalReason.None, Take(Fields()));
        Assert.IsTrue(_intake.Repeated);
        Assert.AreEqual(ticket, _intake.Ticket);
    }

    // H32
    [TestMethod]
    [DataRow(94, RefusalReason.Stale)]
    [DataRow(101, RefusalReason.Stale)]
    [DataRow(97, RefusalReason.OldSequence)]
    [DataRow(98, RefusalReason.None)]
    public void Take_ClockAfterAnother_MustNotBeOlder(int beat, RefusalReason expected)
    {
        Assert.AreEqual(RefusalReason.None, Take(Clock(beat: 98)));
        Assert.AreEqual(expected, Take(Clock(beat)));
        Assert.AreEqual(expected == RefusalReason.None, _intake.IsClock);
    }

    [TestMethod]
    public void Take_ClockOfAnEarlierBoot_IsRefused()
    {
        JsonObject clock = Clock(beat: 100);
        clock["boot"] = "25-9f3a12cd";

        Assert.AreEqual(RefusalReason.WrongBoot, Take(clock));
        Assert.IsFalse(_intake.IsClock);
    }

    [TestMethod]
    public void Take_Refusals_AreCountedByReason()
    {
        Take(Fields(id: 1, seq: 5));
        Take(Fields(id: 2, seq: 5));
        Take(Fields(id: 3, seq: 5));
        _intake.Take("promenade", [0], false, 100);
        Assert.AreEqual(2, _intake.Refusals(RefusalReason.OldSequence));
        Assert.AreEqual(1, _intake.Refusals(RefusalReason.Malformed));
        Assert.AreEqual(3, _intake.RefusedCount);
        Assert.AreEqual(RefusalReason.Malformed, _intake.LastRefusal);
    }

    [TestMethod]
    public void Log_AfterManyCommands_ForgetsTheOldestAndNeverAnswersUnderTheirName()
    {
        int first = _log.Add("a", 0, CommandOp.Raise);
        for (int i = 0; i < CommandLog.Capacity; i++)
        {
            _log.Add("b" + i, 0, CommandOp.Lower);
        }

        Assert.IsFalse(_log.Knows(first));
        Assert.AreEqual(string.Empty, _log.Id(first));
        _log.Answer(first, AckStage.Done, RefusalReason.None, 0, 0);
        Assert.AreEqual((AckStage)0, _log.Stage(first + CommandLog.Capacity), "a late answer to a forgotten command touches no other");
        Assert.AreEqual(-1, _log.Find("a"));
    }

    private RefusalReason Take(JsonObject fields) => _intake.Take("promenade", Sign(fields), false, 100);

    private static JsonObject Clock(int beat)
    {
        JsonObject fields = Fields(seq: 0);
        fields["op"] = "clock";
        fields["beat"] = beat;
        fields["arg"] = 1_139_520;
        return fields;
    }

    private static byte[] Sign(JsonObject fields) => Jws.Sign(Bytes(fields), Key);

    private static byte[] Bytes(JsonObject fields) => Encoding.UTF8.GetBytes(fields.ToJsonString());

    private static JsonObject Fields(int? id = null, long seq = 17) => new()
    {
        ["aud"] = "nice/promenade/quai-1",
        ["lane"] = "promenade",
        ["op"] = "raise",
        ["id"] = id is null ? Id : id.Value.ToString("x32"),
        ["iss"] = "desk-1",
        ["sub"] = "anna",
        ["boot"] = Boot,
        ["beat"] = 100,
        ["seq"] = seq,
    };
}
