using System.Text.Json;

namespace BarrierNode.Desktop.Run;

/// <summary>What <c>barriernode run</c> tells on standard output: sentences for people, or one JSON object a line for programs.</summary>
/// <param name="output">Where to.</param>
/// <param name="json">JSON lines instead of sentences.</param>
public sealed class RunReport(TextWriter output, bool json)
{
    private readonly Lock _gate = new();

    /// <summary>Tells something to both: a sentence to people, an object to programs.</summary>
    /// <param name="kind">The field <c>event</c>.</param>
    /// <param name="sentence">The sentence, or null when people need not know.</param>
    /// <param name="fields">Further fields.</param>
    public void Tell(string kind, string? sentence, params (string Name, object? Value)[] fields)
    {
        string? line = sentence;
        if (json)
        {
            var message = new Dictionary<string, object?> { ["event"] = kind, ["at"] = DateTimeOffset.UtcNow };
            foreach ((string name, object? value) in fields)
            {
                message[name] = value;
            }

            line = JsonSerializer.Serialize(message);
        }

        if (line != null)
        {
            lock (_gate)
            {
                output.WriteLine(line);
                output.Flush();
            }
        }
    }
}
