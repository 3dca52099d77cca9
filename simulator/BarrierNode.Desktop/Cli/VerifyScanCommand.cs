using System.Globalization;
using System.Text.Json;
using BarrierNode.Site;
using BarrierNode.Verify;
using BarrierNode.Verify.Device;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Desktop.Cli;

/// <summary><c>barriernode verify scan</c>: the IL instructions of the longest scan of a site, and what breaks the rules of the scan.</summary>
public static class VerifyScanCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Checks the scan for one site.</summary>
    /// <param name="site">Path of the site file, or null for the largest table that a node takes.</param>
    /// <param name="root">Folder with <c>BarrierNode.sln</c>, or null for the one around the working directory.</param>
    /// <param name="json">One JSON object instead of a table for people.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="errors">Where findings and problems of the site file go, one a line: <c>FILE:LINE: what, expected what</c>.</param>
    /// <returns>The exit code: 0, or <see cref="CommandLine.WrongInput"/>.</returns>
    public static int Execute(string? site, string? root, bool json, TextWriter output, TextWriter errors)
    {
        string? repository = VerifyInput.Repository(root, errors);
        if (repository is null)
        {
            return CommandLine.WrongInput;
        }

        SiteModel? model = site is null ? null : SiteInput.Load(site, errors);
        if (site is not null && model is null)
        {
            return CommandLine.WrongInput;
        }

        ScanBounds bounds = model is null ? ScanBounds.Largest : ScanBounds.Of(SiteCompiler.Compile(model));

        DeviceBuildResult build = DeviceBuild.Run(repository);
        DeviceAssembly[] assemblies = [.. build.Assemblies.Where(a => ScanCheck.Assemblies.Contains(a.Name))];
        if (assemblies.Length < ScanCheck.Assemblies.Count)
        {
            VerifyInput.Tell(build.Findings, errors);
            return CommandLine.WrongInput;
        }

        ScanReport report = ScanReport.Of(assemblies, repository, bounds);
        string name = site ?? "largest table";
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Table = name, Scan = report.Scan.Worst, Gate = report.Gate.Worst, report.Rest, report.Scan.Methods, report.Findings,
                },
                s_json));
            return report.Findings.Count == 0 ? 0 : CommandLine.WrongInput;
        }

        WriteTable(name, report, output);
        return VerifyInput.Tell(report.Findings, errors);
    }

    private static void WriteTable(string name, ScanReport report, TextWriter output)
    {
        output.WriteLine($"{name}: the longest scan, in IL instructions");
        output.WriteLine($"{report.Gate.Worst,9:N0}  gate and conditioning");
        output.WriteLine($"{report.Rest,9:N0}  detection, sequences, reports");
        output.WriteLine($"{report.Scan.Worst,9:N0}  whole scan; estimated {Ms(ScanReport.FastestPerMs)} to {Ms(ScanReport.SlowestPerMs)} ms on an ESP32");
        output.WriteLine();
        output.WriteLine("    total =  calls x    own   one call  method");
        foreach (MethodCost method in report.Scan.Methods)
        {
            output.WriteLine($"{method.Total,9:N0} {method.Calls,8:N0} {method.Own,8:N0} {method.Worst,10:N0}  {method.Name}");
        }

        string Ms(int perMs) => ((double)report.Scan.Worst / perMs).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
