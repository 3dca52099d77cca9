using System.Globalization;
using BarrierNode.Control;

namespace BarrierNode.Hub.Tests;

/// <summary>The messages of one node, as docs/protocol.md shows them.</summary>
internal sealed class NodeMessages(string city, string site, string node)
{
    public const string Boot = "26-9f3a12cd";

    public NodeAddress Address { get; } = new(city, site, node);

    public string Root => $"bn/1/{Address}/";

    public string ConnTopic => Root + "conn";

    public string BirthTopic => Root + "birth";

    public string BeatTopic => Root + "beat";

    public string EventTopic => Root + "event";

    public string EventAckTopic => Root + "event/ack";

    public string RecorderTopic => Root + "recorder";

    public string RecorderAckTopic => Root + "recorder/ack";

    public string StateTopic(string lane = "promenade") => $"{Root}lane/{lane}/state";

    public string WhyTopic(string lane = "promenade") => $"{Root}lane/{lane}/why";

    public string AckTopic(string lane = "promenade") => $"{Root}lane/{lane}/ack";

    public string CommandTopic(string lane = "promenade") => $"{Root}lane/{lane}/cmd";

    public static string Conn(string state = "ready", string boot = Boot) => Json($$"""{"state":"{{state}}","boot":"{{boot}}"}""");

    public static string Birth(string boot = Boot, string lanes = "\"promenade\",\"depot\"") => Json(
        $$"""
        {"schema":1,"boot":"{{boot}}","reset":"unknown","fw":"0.1.0","interlock":"0.1.0","interlockHash":"5e6f7081","table":"0badcafe",
        "board":"ESP32_REV3","lanes":[{{lanes}}],"can":["raise","lower","stop","estop","reset"]}
        """);

    public static string Beat(long beat = 1204, string boot = Boot) => Json(
        $$"""
        {"beat":{{beat}},"boot":"{{boot}}","upMs":1204013,"scanMeanUs":41,"scanMaxUs":180,"gapMinUs":19620,"gapP99Us":20400,
        "gapMaxUs":21880,"late":0,"heap":0,"journal":0,"refused":3,"lastRefusal":"stale"}
        """);

    public static string State(
        string position = "down", long seq = 12, string boot = Boot, bool isProtected = false, string blockedBy = "\"entryLoop\"") => Json(
        $$"""
        {"seq":{{seq}},"boot":"{{boot}}","upMs":61240,"position":"{{position}}","mode":"remote",
        "protected":{{(isProtected ? "true" : "false")}},"blockedBy":[{{blockedBy}}],"lowerBlockedBy":[],"trips":[],"signal":"green",
        "warning":false,"cmd":"0123456789abcdef0123456789abcdef"}
        """);

    public static string Why(string raise, long seq = 1, string boot = Boot) => Json(
        $$"""{"seq":{{seq}},"boot":"{{boot}}","upMs":61240,"whole":true,"raise":[{{raise}}],"lower":[],"automatic":[]}""");

    public static string Ack(string id, string stage) => Json($$"""{"id":"{{id}}","op":"raise","stage":"{{stage}}","upMs":61300}""");

    public static string Refusal(string id) => Json(
        $$"""{"id":"{{id}}","op":"raise","stage":"refused","reason":"interlocked","blockedBy":["entryLoop"],"upMs":61300}""");

    public static string Event(long n, long boot = 26, long? upMs = null, string code = "commandRefused", bool hist = false) => Json(
        $$"""
        {"n":{{n}},"boot":{{boot}},"upMs":{{(upMs ?? 1000 * n).ToString(CultureInfo.InvariantCulture)}},"code":"{{code}}",
        "lane":"promenade","op":"raise","reason":"interlocked","why":["entryLoop"],"hist":{{(hist ? "true" : "false")}}}
        """);

    /// <summary>A page of a record: its bytes from a place on.</summary>
    public static string Page(byte[] record, int at, int count, int number = 1, string boot = Boot, long missed = 0) => Json(
        $$"""
        {"boot":"{{boot}}","record":{{number}},"trip":"emergencyStop","condition":0,"upMs":61300,"missed":{{missed}},
        "length":{{record.Length}},"at":{{at}},"data":"{{Base64Url.Encode(record.AsSpan(at, count).ToArray())}}"}
        """);

    private static string Json(string text) => text.Replace("\n", string.Empty, StringComparison.Ordinal);
}
