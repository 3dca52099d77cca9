namespace BarrierNode.Verify.Projects;

/// <summary>A package as <c>packages.config</c> names it.</summary>
internal sealed record Package(string Id, string Version, string TargetFramework, int Line)
{
    /// <summary>The folder below <c>packages</c> that the package is unpacked to.</summary>
    public string Folder => $"{Id}.{Version}";
}
