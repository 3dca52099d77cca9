using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BarrierNode.Desktop.Screens;

/// <summary>Components as text.</summary>
internal static class ComponentHtml
{
    /// <summary>Renders a component once.</summary>
    /// <param name="renderer">Keeps every component that it rendered: take a new one for each page or round of parts.</param>
    /// <param name="component">Type of the component.</param>
    /// <param name="parameters">Its parameters by name.</param>
    public static Task<string> HtmlAsync(this HtmlRenderer renderer, Type component, Dictionary<string, object?> parameters) =>
        renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString());
}
