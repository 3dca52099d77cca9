namespace BarrierNode.Verify.Device;

/// <summary>A device project that cannot be read.</summary>
/// <param name="finding">Where and why.</param>
public sealed class DeviceProjectException(Finding finding) : Exception($"{finding.File}:{finding.Line}: {finding.What}")
{
    /// <summary>Where and why.</summary>
    public Finding Finding { get; } = finding;
}
