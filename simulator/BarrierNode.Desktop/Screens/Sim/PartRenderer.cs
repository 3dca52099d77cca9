using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>Renders the page of the window and its parts to HTML.</summary>
/// <param name="services">Where components would find services; the screens need none.</param>
/// <param name="loggers">For the renderer's own messages.</param>
internal sealed class PartRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Renders one component.</summary>
    /// <param name="parameters">Its parameters.</param>
    public async Task<string> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        // A renderer keeps every component that it ever rendered, so each has its own.
        await using HtmlRenderer renderer = new(services, loggers);
        return await renderer.HtmlAsync(typeof(T), parameters);
    }
}
