using BarrierNode.Control;

namespace BarrierNode.Site.Explain;

/// <summary>A hazard of street barriers, and how to try on site what is done about it.</summary>
/// <param name="Id">Its id in docs/hazards.md: H and a number.</param>
/// <param name="Title">What it is, as there.</param>
/// <param name="Trials">What to try, for each kind of equipment that has it.</param>
internal sealed record SiteHazard(string Id, string Title, params IReadOnlyList<HazardTrial> Trials)
{
    /// <summary>The trials that this site calls for; none when the hazard does not apply to it.</summary>
    public IEnumerable<HazardTrial> Of(SiteModel site) => Trials.Where(trial => trial.Applies(site));
}

/// <summary>What to try about a hazard.</summary>
/// <param name="Where">The lanes of a site that call for it; null for the whole cabinet.</param>
/// <param name="When">Whether a site calls for it.</param>
/// <param name="Do">What the technician does.</param>
/// <param name="Expect">What must happen.</param>
internal sealed record HazardTrial(Func<SiteModel, LaneModel, bool>? Where, Func<SiteModel, bool> When, string Do, string Expect)
{
    /// <summary>Something to try with every cabinet.</summary>
    public static HazardTrial Always(string toDo, string expect) => new(null, _ => true, toDo, expect);

    /// <summary>Something to try with some cabinets.</summary>
    public static HazardTrial If(Func<SiteModel, bool> when, string toDo, string expect) => new(null, when, toDo, expect);

    /// <summary>Something to try with some lanes.</summary>
    public static HazardTrial InLanes(Func<LaneModel, bool> where, string toDo, string expect) => new((_, lane) => where(lane), _ => true, toDo, expect);

    /// <summary>Something to try with the lanes that have an input of one of these roles, or whose node has one for all lanes.</summary>
    public static HazardTrial With(InputRole[] roles, string toDo, string expect) => new((site, lane) => Has(site, lane, roles), _ => true, toDo, expect);

    /// <summary>Something to try with the lanes of a kind that have no input of these roles.</summary>
    public static HazardTrial Without(InputRole[] roles, Func<LaneModel, bool> where, string toDo, string expect) =>
        new((site, lane) => where(lane) && !Has(site, lane, roles), _ => true, toDo, expect);

    /// <summary>True when a site calls for it.</summary>
    public bool Applies(SiteModel site) => When(site) && (Where is null || site.Lanes.Any(lane => Where(site, lane)));

    /// <summary>The lanes that it is about, as the start of a sentence; empty for the whole cabinet or when it is about every lane.</summary>
    public string Lanes(SiteModel site)
    {
        if (Where is null || site.Lanes.All(lane => Where(site, lane)))
        {
            return "";
        }

        string[] lanes = [.. site.Lanes.Where(lane => Where(site, lane)).Select(lane => lane.Id)];
        return $"{(lanes.Length == 1 ? "Lane" : "Lanes")} {string.Join(", ", lanes)}: ";
    }

    private static bool Has(SiteModel site, LaneModel lane, InputRole[] roles) => site.Inputs.Concat(lane.Inputs).Any(i => roles.Contains(i.Role));
}
