using System.Globalization;
using System.Numerics;
using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests;

/// <summary>Tells what a site table says, so that tests can state it in words.</summary>
internal static class TableText
{
    public static int Output(SiteTable table, string name) => IndexOf(table.OutputNames, name);

    public static int Input(SiteTable table, string name) => IndexOf(table.InputNames, name);

    public static string Conditions(SiteTable table, long mask) =>
        string.Join(" ", Bits((ulong)mask).Select(b => ConditionBit.Name(table, b)));

    public static string Outputs(SiteTable table, int mask) => string.Join(" ", Bits((uint)mask).Select(b => table.OutputNames[b]));

    public static string Inputs(SiteTable table, int mask) => string.Join(" ", Bits((uint)mask).Select(b => table.InputNames[b]));

    /// <summary>What rule G1 asks of an output.</summary>
    public static string Requires(SiteTable table, string output)
    {
        int o = Output(table, output);
        return $"one: {Conditions(table, table.Gate.MustBeOne(o))}; zero: {Conditions(table, table.Gate.MustBeZero(o))}";
    }

    /// <summary>The outputs that are never on together with one.</summary>
    public static string Excludes(SiteTable table, string output) =>
        Outputs(table, (int)table.Gate.Words[GateTable.ExcludesAt + Output(table, output)]);

    /// <summary>Each trip: its code, its condition, whether it concerns the node or a lane, and the outputs that it holds off.</summary>
    public static string[] Trips(SiteTable table) =>
    [
        .. Bits((ulong)table.Gate.TripConditions).Select(c =>
            $"{table.Gate.TripCode(c)} of the {(((table.Gate.NodeTrips >> c) & 1) != 0 ? "node" : "lane")} on "
            + $"{ConditionBit.Name(table, c)}: {Outputs(table, HeldBy(table, c))}"),
    ];

    /// <summary>A word of the gate table, one of those that are times, in milliseconds; -1 for never.</summary>
    public static long Ms(SiteTable table, int word) =>
        table.Gate.Words[word] == GateTable.Never ? -1 : table.Gate.Words[word] / 1000;

    private static int HeldBy(SiteTable table, int condition) => Enumerable.Range(0, table.Gate.OutputCount)
        .Where(o => ((table.Gate.MustBeZero(o) >> condition) & 1) != 0)
        .Aggregate(0, (mask, o) => mask | (1 << o));

    /// <summary>Every field of a table on a line of its own.</summary>
    public static string Dump(SiteTable table)
    {
        var lines = new List<string>();
        AddFields(lines, "", table);
        lines.Add($"gate={string.Join(",", table.Gate.Words)}");
        for (int l = 0; l < table.Lanes.Length; l++)
        {
            AddFields(lines, $"lane{l}.", table.Lanes[l]);
        }

        return string.Join('\n', lines);
    }

    private static void AddFields(List<string> lines, string prefix, object of)
    {
        foreach (System.Reflection.FieldInfo field in of.GetType().GetFields(
            System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance))
        {
            object? value = field.GetValue(of);
            string? text = value switch
            {
                GateTable or LaneTable[] => null,
                Array a => string.Join(",", a.Cast<object>()),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
            if (text is not null)
            {
                lines.Add($"{prefix}{field.Name}={text}");
            }
        }
    }

    private static int IndexOf(string[] names, string name)
    {
        int index = Array.IndexOf(names, name);
        Assert.IsGreaterThanOrEqualTo(0, index, $"There is no '{name}', only {string.Join(", ", names)}.");
        return index;
    }

    private static IEnumerable<int> Bits(ulong mask)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            yield return BitOperations.TrailingZeroCount(mask);
        }
    }
}
