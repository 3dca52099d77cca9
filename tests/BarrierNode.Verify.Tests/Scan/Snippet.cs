using BarrierNode.Verify.Device;
using BarrierNode.Verify.Scan;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>A small piece of C#, compiled as if it were a firmware assembly. Its class <c>Planted</c> has the method <c>Scan</c>.</summary>
internal static class Snippet
{
    private const string FileName = "Planted.cs";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static DeviceAssembly Compile(string source, string assembly = "BarrierNode.Control")
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source, new(LanguageVersion.CSharp9), FileName, System.Text.Encoding.UTF8)],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitResult result = compilation.Emit(image, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.IsTrue(result.Success, string.Join('\n', result.Diagnostics));
        return new(assembly, image.ToArray(), symbols.ToArray());
    }

    /// <summary>Checks <c>Planted.Scan</c> with these bounds.</summary>
    public static ScanResult Check(DeviceAssembly assembly, params (string Member, int Limit)[] bounds) => ScanCheck.Run(
        [assembly], Repository.Root, ["Planted.Scan"], new ScanBounds(bounds.ToDictionary(b => b.Member, b => b.Limit)));
}
