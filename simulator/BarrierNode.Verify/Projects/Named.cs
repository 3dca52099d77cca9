namespace BarrierNode.Verify.Projects;

/// <summary>Something that a file names, and in which line.</summary>
internal readonly record struct Named(string Text, int Line);
