namespace BarrierNode.Sim;

/// <summary>Something that can fail.</summary>
/// <param name="Name">Its name at the site.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Kinds">How it can fail.</param>
public sealed record FaultPoint(string Name, string What, IReadOnlyList<FaultKind> Kinds)
{
    /// <summary>The points that fail like this one, and what each kind does there.</summary>
    public required FaultGroup Group { get; init; }

    /// <summary>What a kind does here, or null when it is not to be had.</summary>
    public FaultForm? Form(FaultKind kind) => Group.Forms.FirstOrDefault(f => f.Kind == kind);
}
