using System.Text.Json;

namespace BarrierNode.Verify.Tests.Claims;

/// <summary>A hazard with its reaction, as on the page.</summary>
internal sealed record HazardRow(string Id, string Hazard, string Reaction, string[] Files, string Where, string[] Tests);

/// <summary>An entry of tests/hazards.json: what is taken out, and the test that must notice.</summary>
internal sealed record Removal(string Hazard, string Removes, string File, string Find, string Replace, string Test, bool Short = false);

/// <summary>The page of hazards, and the removals that prove its rows.</summary>
internal static class HazardLog
{
    public const string Page = "docs/hazards.md";
    public const string RemovalFile = "tests/hazards.json";

    public static HazardRow[] Rows { get; } =
    [
        .. PageTable.Rows(Page, "id", "hazard, cause", "reaction", "where", "tests")
            .Select(row => new HazardRow(row.Cells[0], row.Cells[1], row.Cells[2], row.Codes(3), row.Cells[3], row.Codes(4))),
    ];

    public static Removal[] Removals { get; } = JsonSerializer.Deserialize<Removal[]>(Repository.Text(RemovalFile), JsonSerializerOptions.Web)!;
}
