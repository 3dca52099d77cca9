using BarrierNode.Desktop.Screens.Parts;
using BarrierNode.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BarrierNode.Desktop.Screens;

/// <summary>Renders the page, and those parts of it that change, to HTML. The element of each part has the part's id.</summary>
/// <param name="services">Where components would find services; the screens need none.</param>
/// <param name="loggers">For the renderer's own messages.</param>
public sealed class FragmentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The whole page.</summary>
    /// <param name="state">What it shows.</param>
    /// <param name="run">Names this start of the server; a page of another start reloads itself.</param>
    public async Task<string> PageAsync(ScreenState state, string run)
    {
        await using HtmlRenderer renderer = new(services, loggers);
        return await renderer.HtmlAsync(typeof(StreetPage), new()
        {
            [nameof(StreetPage.State)] = state,
            [nameof(StreetPage.Scale)] = new StreetScale(state.Site),
            [nameof(StreetPage.Run)] = run,
        });
    }

    /// <summary>The parts that change.</summary>
    /// <param name="state">What they show.</param>
    /// <returns>HTML by id, in the order of the page.</returns>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> FragmentsAsync(ScreenState state)
    {
        // A renderer keeps every component that it ever rendered, so each round has its own.
        await using HtmlRenderer renderer = new(services, loggers);
        List<KeyValuePair<string, string>> fragments = [];
        foreach ((string id, Type component, Dictionary<string, object?> parameters) in Parts(state))
        {
            fragments.Add(new(id, await renderer.HtmlAsync(component, parameters)));
        }

        return fragments;
    }

    private static IEnumerable<(string Id, Type Component, Dictionary<string, object?> Parameters)> Parts(ScreenState state)
    {
        yield return ("overview", typeof(Overview), Of(state));
        yield return ("stale", typeof(StaleBanner), Of(state));
        yield return ("street", typeof(StreetView), new()
        {
            [nameof(StreetView.Site)] = state.Site,
            [nameof(StreetView.Street)] = state.Street,
            [nameof(StreetView.Scale)] = new StreetScale(state.Site),
        });
        yield return ("caption", typeof(StreetCaption), new() { [nameof(StreetCaption.Street)] = state.Street });
        yield return ("events", typeof(EventList), Of(state));
        foreach ((int number, LaneModel lane) in state.Site.Lanes.Index())
        {
            yield return ($"face-{lane.Id}", typeof(LaneFace), new()
            {
                [nameof(LaneFace.State)] = state,
                [nameof(LaneFace.Lane)] = lane,
                [nameof(LaneFace.Number)] = number + 1,
            });
        }

        yield return ("node", typeof(NodeLine), Of(state));
    }

    private static Dictionary<string, object?> Of(ScreenState state) => new() { ["State"] = state };
}
