using Microsoft.AspNetCore.Components;

namespace BarrierNode.Desktop.Screens.Sim.Parts;

/// <summary>A part of the window that is rendered again when the facts change.</summary>
public abstract class SimPart : ComponentBase
{
    /// <summary>The facts.</summary>
    [Parameter, EditorRequired]
    public required SimView View { get; set; }
}
