using System.Text;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests;

/// <summary>Sites for tests, written as the site files of customers are: one lane `lane` on a board with many pins, and what a test adds.</summary>
internal static class EquipmentSite
{
    private static readonly IReadOnlyList<BoardModel> s_boards = BoardFile.LoadAll(Path.Combine(Repository.Root, "hardware", "boards"));

    /// <summary>One bollard lane with two loops, a panel with two buttons and a local key; free pins for tests: 9 to 14, 18 (input), 38, 47.</summary>
    /// <param name="lane">Further lines of the lane, each without its indentation, for example <c>settings: { maxRetries: 2 }</c>.</param>
    /// <param name="inputs">Further items of the lane's inputs, for example <c>role: pit-water, pin: 9</c>.</param>
    /// <param name="outputs">Items of the lane's outputs.</param>
    /// <param name="top">Further lines at the top level.</param>
    /// <param name="loops">Items of the lane's loops in place of the two, for example <c>name: beam, kind: beam, pin: 42, holdMs: 1000</c>.</param>
    /// <param name="places">Their places in the street, for example <c>beam: [29.9, 30.1]</c>.</param>
    public static SiteModel Lane(
        string[]? lane = null, string[]? inputs = null, string[]? outputs = null, string[]? top = null, string[]? loops = null, string[]? places = null)
    {
        var text = new StringBuilder("""
            version: 1
            city: turin
            site: test
            node: node-1
            board: ESP32_S3
            permit: { pin: 1 }
            emergencyStop: { pin: 2 }
            resetButton: { pin: 4 }

            """);
        foreach (string line in top ?? [])
        {
            text.Append(line).Append('\n');
        }

        text.Append("""
            lanes:
              - id: lane
                kind: bollard-group
                barriers: 1
                drive: { raise: [5], lower: [6], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
                limits: { up: [7], down: [8] }
                stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
                warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
                signal: { red: 39, green: 40 }
                loops:

            """);
        Items(text, loops ?? ["name: entryLoop, pin: 41, holdMs: 1000", "name: exitLoop, pin: 42, holdMs: 1000"]);
        text.Append("""
                inputs:
                  - { role: raise-button, pin: 15 }
                  - { role: lower-button, pin: 16 }
                  - { role: local-key, pin: 17 }

            """);
        Items(text, inputs);
        if (outputs is { Length: > 0 })
        {
            text.Append("    outputs:\n");
            Items(text, outputs);
        }

        foreach (string line in lane ?? [])
        {
            text.Append("    ").Append(line).Append('\n');
        }

        text.Append("""
            street:
              lengthM: 60
              widthM: 12
              speedKmh: 18
              carriageways:
                - { lane: lane, centreM: 6, widthM: 6, barrierAtM: 30, stopLineM: 20, loops: {
            """);
        text.Append(' ').AppendJoin(", ", places ?? ["entryLoop: [24, 28]", "exitLoop: [31, 35]"]).Append(" } }\n");
        return Read(text.ToString());
    }

    /// <summary>
    /// A sally port: two bollard lanes `outer` and `inner` that are never open together, each with a loop and a tamper contact; free pins: 9, 12 to 14,
    /// 38 to 40, 47.
    /// </summary>
    /// <param name="settings">A further line of both lanes.</param>
    /// <param name="top">Further lines at the top level.</param>
    public static SiteModel SallyPort(string? settings = null, string[]? top = null)
    {
        var text = new StringBuilder("""
            version: 1
            city: turin
            site: sally
            node: node-1
            board: ESP32_S3
            permit: { pin: 1 }
            emergencyStop: { pin: 2 }

            """);
        foreach (string line in top ?? [])
        {
            text.Append(line).Append('\n');
        }

        text.Append("lanes:\n");
        Line(text, "outer", "inner", [5, 6, 7, 8, 41, 10], settings);
        Line(text, "inner", "outer", [15, 16, 17, 18, 42, 11], settings);
        text.Append("""
            street:
              lengthM: 60
              widthM: 24
              speedKmh: 18
              carriageways:
                - { lane: outer, centreM: 6, widthM: 6, barrierAtM: 30, stopLineM: 20, loops: { outerLoop: [26, 34] } }
                - { lane: inner, centreM: 18, widthM: 6, barrierAtM: 30, stopLineM: 20, loops: { innerLoop: [26, 34] } }

            """);
        return Read(text.ToString());
    }

    /// <summary>Reads a site file that a test has written.</summary>
    /// <param name="text">The whole file.</param>
    public static SiteModel Read(string text) => SiteFile.Read("test.yaml", Encoding.UTF8.GetBytes(text), s_boards);

    private static void Line(StringBuilder text, string id, string other, int[] pins, string? settings)
    {
        text.Append($$"""
              - id: {{id}}
                kind: bollard-group
                barriers: 1
                drive: { raise: [{{pins[0]}}], lower: [{{pins[1]}}], deadTimeMs: 300, maxRunMs: 9000, restMs: 1000 }
                limits: { up: [{{pins[2]}}], down: [{{pins[3]}}] }
                stroke: { raiseMs: 5000, lowerMs: 2500, raiseTimeoutMs: 8000, lowerTimeoutMs: 5000 }
                warning: { raiseMs: 1000, lowerMs: 0, pins: [21] }
                loops:
                  - { name: {{id}}Loop, pin: {{pins[4]}}, holdMs: 1000 }
                inputs:
                  - { role: tamper, pin: {{pins[5]}} }
                sallyPort: {{other}}

            """);
        if (settings is not null)
        {
            text.Append("    ").Append(settings).Append('\n');
        }
    }

    private static void Items(StringBuilder text, string[]? items)
    {
        foreach (string item in items ?? [])
        {
            text.Append("      - { ").Append(item).Append(" }\n");
        }
    }
}
