namespace BarrierNode.Site.Explain;

/// <summary>A step for every hazard that a site has.</summary>
internal static class HazardSteps
{
    /// <summary>The steps in the order of the hazards; each has the hazard's id as its number, and its title as its name.</summary>
    public static IReadOnlyList<CheckStep> Of(SiteModel site) =>
    [
        .. from hazard in SiteHazards.All
           let trials = hazard.Of(site).ToArray()
           where trials.Length > 0
           select new CheckStep(
               hazard.Id,
               hazard.Title,
               string.Join(' ', trials.Select(t => t.Lanes(site) + t.Do)),
               string.Join(' ', trials.Select(t => t.Lanes(site) + t.Expect))) { Key = hazard.Id },
    ];
}
