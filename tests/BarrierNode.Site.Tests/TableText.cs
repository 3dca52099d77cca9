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
        return $"one: {Conditions(table, table.Gate.MustBeOne[o])}; zero: {Conditions(table, table.Gate.MustBeZero[o])}";
    }

    public static string[] Trips(SiteTable table) =>
    [
        .. Enumerable.Range(0, table.Gate.TripCount).Select(t =>
            $"{(TripCode)table.Gate.TripCodes[t]} on {ConditionBit.Name(table, table.Gate.TripCondition[t])}={table.Gate.TripLevel[t]}: "
            + Outputs(table, table.Gate.TripOutputs[t])),
    ];

    /// <summary>Every field of a table on a line of its own.</summary>
    public static string Dump(SiteTable table)
    {
        var lines = new List<string>();
        AddFields(lines, "", table);
        AddFields(lines, "gate.", table.Gate);
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
