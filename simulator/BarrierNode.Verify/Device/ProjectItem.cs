namespace BarrierNode.Verify.Device;

/// <summary>One thing that a project names.</summary>
/// <param name="Value">Its name or path.</param>
/// <param name="Line">Line in the project, from 1.</param>
public sealed record ProjectItem(string Value, int Line);
