using System.Text.Json;

namespace BarrierNode.Sim;

/// <summary>The fields of a message as texts.</summary>
internal static class MessageText
{
    private static readonly string[] s_commonToEvents = ["n", "after", "boot", "upMs", "code", "lane", "hist"];

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">A JSON object that was checked.</param>
    /// <returns>Its fields; of a list the items, of a list of objects their names, joined by a comma.</returns>
    public static Dictionary<string, string> Fields(byte[] message)
    {
        using JsonDocument document = JsonDocument.Parse(message);
        Dictionary<string, string> fields = [];
        foreach (JsonProperty field in document.RootElement.EnumerateObject())
        {
            fields[field.Name] = Text(field.Value);
        }

        return fields;
    }

    /// <summary>Takes an event apart.</summary>
    /// <param name="message">A JSON object that was checked.</param>
    /// <returns>Its further fields: without those that every event has.</returns>
    public static Dictionary<string, string> EventFields(byte[] message)
    {
        Dictionary<string, string> fields = Fields(message);
        foreach (string common in s_commonToEvents)
        {
            fields.Remove(common);
        }

        return fields;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => value.TryGetProperty("name", out JsonElement name) ? Text(name) : value.GetRawText(),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
