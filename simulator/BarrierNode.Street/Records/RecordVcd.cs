using System.Globalization;
using BarrierNode.Control;

namespace BarrierNode.Street.Records;

/// <summary>
/// A flight record as a value change dump (IEEE 1364-2005, clause 18), which GTKWave and other wave viewers show. Time 0 is the first scan, one
/// unit is one microsecond, and each scan has a time of its own.
/// </summary>
public static class RecordVcd
{
    private const int PositionBits = 3;
    private const int IntegerBits = 32;

    /// <summary>Writes the dump.</summary>
    /// <param name="site">The site table that the node ran.</param>
    /// <param name="story">The record.</param>
    /// <param name="output">Where to.</param>
    public static void Write(SiteTable site, RecordStory story, TextWriter output)
    {
        RecordTraces traces = story.Traces;
        List<Variable> variables =
        [
            new("scan", "number", IntegerBits, scan => scan),
            new("scan", "elapsedUs", IntegerBits, scan => traces.ElapsedUs[scan]),
            new("scan", "pulse", 1, scan => traces.Pulse[scan] ? 1 : 0),
            .. traces.Signals.Select(s => new Variable(ScopeOf(s.Group), s.Name, 1, scan => s.Values[scan] ? 1 : 0)),
            .. site.Lanes.Select((lane, i) => new Variable("positions", lane.Id, PositionBits, scan => (int)traces.Positions[i][scan])),
        ];
        WriteHead(site, story, variables, output);
        WriteChanges(story, variables, output);
    }

    /// <summary>A name as the dump has it: letters, digits and underscores alone.</summary>
    /// <param name="name">A name of the site.</param>
    public static string Identifier(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>The scope of a kind of signal.</summary>
    /// <param name="group">The kind.</param>
    public static string ScopeOf(SignalGroup group) => group.ToString().ToLowerInvariant() + "s";

    private static void WriteHead(SiteTable site, RecordStory story, List<Variable> variables, TextWriter output)
    {
        output.WriteLine($"$comment Flight record of {site.City}/{site.Site}/{site.Node}, {story.Trip} $end");
        IEnumerable<string> positions = Enum.GetValues<LanePosition>().Select(p => $"{(int)p} {Control.Names.Of(p)}");
        output.WriteLine($"$comment Positions: {string.Join(", ", positions)} $end");
        output.WriteLine("$timescale 1 us $end");
        output.WriteLine($"$scope module {Identifier(site.Node)} $end");
        foreach (IGrouping<string, (Variable Of, int Number)> scope in variables.Select((v, i) => (v, i)).GroupBy(v => v.v.Scope))
        {
            output.WriteLine($"$scope module {scope.Key} $end");
            foreach ((Variable variable, int number) in scope)
            {
                string range = variable.Bits is 1 or IntegerBits ? "" : $" [{variable.Bits - 1}:0]";
                string type = variable.Bits == IntegerBits ? "integer" : "wire";
                output.WriteLine($"$var {type} {variable.Bits} {Code(number)} {Identifier(variable.Name)}{range} $end");
            }

            output.WriteLine("$upscope $end");
        }

        output.WriteLine("$upscope $end");
        output.WriteLine("$enddefinitions $end");
    }

    private static void WriteChanges(RecordStory story, List<Variable> variables, TextWriter output)
    {
        var last = new long?[variables.Count];
        long us = -1;
        for (int scan = 0; scan < story.Scans.Count; scan++)
        {
            // After a gap of 0 or less the clock of the node stood; the dump needs an instant for every scan.
            us = Math.Max(us + 1, story.Scans[scan].Us - story.Scans[0].Us);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#{us}"));
            if (scan == 0)
            {
                output.WriteLine("$dumpvars");
            }

            for (int v = 0; v < variables.Count; v++)
            {
                long value = variables[v].Value(scan);
                if (value != last[v])
                {
                    last[v] = value;
                    output.WriteLine(variables[v].Bits == 1 ? $"{value}{Code(v)}" : $"b{Binary(value, variables[v].Bits)} {Code(v)}");
                }
            }

            if (scan == 0)
            {
                output.WriteLine("$end");
            }
        }
    }

    private static string Binary(long value, int bits) => Convert.ToString(value & ((1L << bits) - 1), 2);

    // Printable characters from "!" to "~", the shortest first.
    private static string Code(int number)
    {
        const int First = '!';
        const int Count = '~' - First + 1;
        return number < Count ? ((char)(First + number)).ToString() : Code((number / Count) - 1) + (char)(First + (number % Count));
    }

    private sealed record Variable(string Scope, string Name, int Bits, Func<int, long> Value);
}
