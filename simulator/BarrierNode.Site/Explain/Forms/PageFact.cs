namespace BarrierNode.Site.Explain;

/// <summary>One thing that the head of a page says, so that it cannot be mistaken for that of another node.</summary>
/// <param name="What">What it is, in lower case.</param>
/// <param name="Value">Its value.</param>
internal sealed record PageFact(string What, string Value);
