using System.Text.Json;
using BarrierNode.Verify;
using BarrierNode.Verify.Device;
using BarrierNode.Verify.Projects;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode verify firmware</c>: says whether the firmware is fit for the chip, and if not, every reason.</summary>
public static class VerifyFirmwareCommand
{
    private static readonly JsonSerializerOptions s_format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Checks the device projects, compiles them and checks what comes out.</summary>
    /// <param name="root">Folder of the repository, or null for the one around the working directory.</param>
    /// <param name="json">One JSON object instead of sentences.</param>
    /// <param name="output">Where a line for each assembly goes, or the object.</param>
    /// <param name="errors">Where findings go, one a line: <c>FILE:LINE: what, expected what</c>.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string? root, bool json, TextWriter output, TextWriter errors)
    {
        string? repository = VerifyInput.Repository(root, errors);
        if (repository is null)
        {
            return CommandLine.WrongInput;
        }

        DeviceBuildResult build = DeviceBuild.Run(repository);
        Finding[] findings = [.. ProjectCheck.Run(repository).Concat(build.Findings).Distinct()];
        AssemblyReport[] assemblies = [.. build.Projects.Select(project => Report(project, build))];
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { Assemblies = assemblies, Findings = findings }, s_format));
            return findings.Length == 0 ? 0 : CommandLine.WrongInput;
        }

        foreach (AssemblyReport assembly in assemblies)
        {
            string verdict = !assembly.Compiles ? "does not compile"
                : assembly.Findings > 0 ? $"compiles, {assembly.Findings} findings"
                : "compiles, no forbidden construct";
            output.WriteLine($"{assembly.Name}: {assembly.Sources} sources, {assembly.IlBytes} bytes of IL, {verdict}.");
        }

        return VerifyInput.Tell(findings, errors);
    }

    private static AssemblyReport Report(DeviceProject project, DeviceBuildResult build)
    {
        DeviceAssembly? assembly = build.Assemblies.FirstOrDefault(assembly => assembly.Name == project.AssemblyName);
        HashSet<string> files = [project.File, .. project.Sources.Select(source => source.Value)];
        return new(
            project.AssemblyName,
            project.Sources.Count,
            assembly?.IlBytes() ?? 0,
            assembly is not null,
            build.Findings.Count(finding => files.Contains(finding.File)));
    }

    private sealed record AssemblyReport(string Name, int Sources, int IlBytes, bool Compiles, int Findings);
}
