using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Tests.FieldFuzz;

/// <summary>What a table forbids, in names, so that two tables can be compared whatever the order of their inputs and outputs.</summary>
internal static class Forbidden
{
    /// <summary>The rules that <paramref name="table"/> has and <paramref name="other"/> lacks, as far as they are about what both have.</summary>
    public static IReadOnlyList<string> Lacking(SiteTable table, SiteTable other)
    {
        HashSet<string> rules = Of(other);
        string[] gone =
        [
            .. table.OutputNames.Except(other.OutputNames), .. table.InputNames.Except(other.InputNames),
            .. other.InputNames.Contains("emergencyStop2") ? Array.Empty<string>() : ["channels"],
        ];
        return [.. Of(table).Where(rule => !rules.Contains(rule) && !rule.Split(' ').Intersect(gone).Any())];
    }

    // Every rule as a sentence.
    private static HashSet<string> Of(SiteTable table)
    {
        var rules = new HashSet<string>();
        for (int o = 0; o < table.Gate.OutputCount; o++)
        {
            string output = table.OutputNames[o];
            Add(rules, table, table.Gate.MustBeOne(o), $"{output} needs ");
            Add(rules, table, table.Gate.MustBeZero(o), $"{output} is refused by ");
            for (int other = 0; other < table.Gate.OutputCount; other++)
            {
                if (((table.Gate.Words[GateTable.ExcludesAt + o] >> other) & 1) != 0)
                {
                    rules.Add($"{output} excludes {table.OutputNames[other]}");
                }
            }

            if (((table.Gate.MotionOutputs >> o) & 1) != 0)
            {
                rules.Add($"{output} moves");
            }
        }

        Add(rules, table, table.Gate.TripConditions, "trip ");
        Add(rules, table, table.Gate.NodeTrips, "trip of the node ");
        return rules;
    }

    private static void Add(HashSet<string> rules, SiteTable table, long conditions, string before)
    {
        for (int c = 0; c < GateTable.MaxConditions; c++)
        {
            if (((conditions >> c) & 1) != 0)
            {
                rules.Add(before + ConditionBit.Name(table, c));
            }
        }
    }
}
