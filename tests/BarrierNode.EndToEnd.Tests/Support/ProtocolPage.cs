using System.Text.Json;
using System.Text.RegularExpressions;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>The examples of docs/protocol.md, as what real messages are compared with.</summary>
internal static partial class ProtocolPage
{
    private static readonly string s_text = File.ReadAllText(Repository.File("docs/protocol.md"));

    /// <summary>Checks that a message has exactly the fields of the page's example, in the same JSON types.</summary>
    public static void AssertLikeExample(string kind, string message)
    {
        Match block = Regex.Match(s_text, $"```json {Regex.Escape(kind)}\n(?<json>.*?)\n```", RegexOptions.Singleline);
        Assert.IsTrue(block.Success, $"the page has an example of {kind}");
        Assert.AreEqual(Shape(block.Groups["json"].Value), Shape(message), $"{kind}: {message}");
    }

    /// <summary>The further fields of an event code, from the page's table; an array ends in [].</summary>
    public static IReadOnlyList<string> EventFields(string code)
    {
        string events = s_text[s_text.IndexOf("\n## event\n", StringComparison.Ordinal)..];
        Match row = Regex.Match(events, $@"^\| `{Regex.Escape(code)}` \|(?<fields>.*)\|$", RegexOptions.Multiline);
        Assert.IsTrue(row.Success, $"the page has the event {code}");
        return [.. CodeWord().Matches(row.Groups["fields"].Value).Select(m => m.Groups["word"].Value)];
    }

    private static string Shape(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.EnumerateObject().Select(f => $"{f.Name}: {TypeOf(f.Value)}").Order());
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "flag",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind kind => kind.ToString(),
    };

    [GeneratedRegex("`(?<word>[^`]+)`")]
    private static partial Regex CodeWord();
}
