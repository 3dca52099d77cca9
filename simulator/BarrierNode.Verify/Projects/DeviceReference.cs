using System.Xml.Linq;

namespace BarrierNode.Verify.Projects;

/// <summary>An assembly that a <c>.nfproj</c> references.</summary>
/// <param name="Assembly">Name of the assembly.</param>
/// <param name="Version">Version of the assembly, four numbers.</param>
/// <param name="HintPath">Where its file is.</param>
/// <param name="Line">Line in the <c>.nfproj</c>.</param>
internal sealed record DeviceReference(string Assembly, string Version, string HintPath, int Line)
{
    /// <summary>Where packages are, seen from a project.</summary>
    public const string PackagesPath = @"..\..\packages\";

    /// <summary>
    /// Starts the tests on the chip. It is no part of the API, says version 0.0.0.0 in every package, and nothing refers to it.
    /// </summary>
    public const string TestLauncher = "nanoFramework.UnitTestLauncher";

    /// <summary>The folder below <c>packages</c> that the file is in, or null when it is elsewhere.</summary>
    public string? PackageFolder =>
        HintPath.StartsWith(PackagesPath, StringComparison.Ordinal) ? HintPath[PackagesPath.Length..].Split('\\')[0] : null;

    public static DeviceReference Of(XElement element)
    {
        string[] parts = element.Text("Include").Split(',', StringSplitOptions.TrimEntries);
        string version = parts.FirstOrDefault(p => p.StartsWith("Version=", StringComparison.Ordinal)) ?? "Version=";
        return new DeviceReference(parts[0], version["Version=".Length..], element.Child("HintPath") ?? "", element.Line());
    }

    /// <summary>Path that the file has in a package.</summary>
    public string PathIn(Package package)
    {
        string ending = Assembly == TestLauncher ? "exe" : "dll";
        return $@"{PackagesPath}{package.Folder}\lib\{Assembly}.{ending}";
    }
}
