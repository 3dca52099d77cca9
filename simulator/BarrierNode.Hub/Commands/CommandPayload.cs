using System.Text.Encodings.Web;
using System.Text.Json;

namespace BarrierNode.Hub;

/// <summary>The JSON that a command's signature covers.</summary>
internal static class CommandPayload
{
    // Names in other scripts stay as they are: escapes would triple their length, and a command has 1,024 bytes.
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(CommandRecord command, string seat)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_plain))
        {
            json.WriteStartObject();
            json.WriteString("aud", command.Node.ToString());
            json.WriteString("lane", command.Lane);
            json.WriteString("op", command.Operation);
            json.WriteString("id", command.Id);
            json.WriteString("iss", seat);
            json.WriteString("sub", command.OperatorName);
            json.WriteString("boot", command.Boot);
            json.WriteNumber("beat", command.Beat);
            json.WriteNumber("seq", command.Seq);
            if (command.Argument != 0)
            {
                json.WriteNumber("arg", command.Argument);
            }

            if (command.Reason != null)
            {
                json.WriteString("reason", command.Reason);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
