using BarrierNode.Control;
using BarrierNode.Site;

namespace BarrierNode.Street;

/// <summary>The buttons, keys and sensors of a site that people can make act.</summary>
public static class StreetContacts
{
    /// <summary>Their inputs, those of the whole site first. The others the street itself moves: the current of lamps, wheels.</summary>
    /// <param name="site">The site.</param>
    public static IEnumerable<InputModel> Of(SiteModel site) => site.Inputs.Concat(site.Lanes.SelectMany(lane => lane.Inputs))
        .Where(input => input.Role is not (InputRole.None or InputRole.RedCurrent or InputRole.GreenCurrent or InputRole.Axle));
}
