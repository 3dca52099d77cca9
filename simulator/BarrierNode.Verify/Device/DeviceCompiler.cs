using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace BarrierNode.Verify.Device;

/// <summary>Compiles as the chip's toolchain does: C# 9, a release build, warnings as errors, nothing but the chip's libraries.</summary>
internal static class DeviceCompiler
{
    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp9);

    /// <summary>Reads a source file's text.</summary>
    /// <param name="name">Its path below the repository's root: so the build is the same wherever the repository lies.</param>
    /// <param name="text">Its text.</param>
    public static SyntaxTree Parse(string name, SourceText text) => CSharpSyntaxTree.ParseText(text, s_language, name);

    /// <summary>Compiles one assembly.</summary>
    /// <param name="project">The project; errors that have no place in a source are its own.</param>
    /// <param name="sources">All its sources.</param>
    /// <param name="references">Everything that they may use.</param>
    /// <param name="findings">Where errors go.</param>
    /// <returns>The assembly and where its declarations stand, or null with findings.</returns>
    public static (DeviceAssembly Assembly, DeclarationLines Lines)? Compile(
        DeviceProject project, IReadOnlyList<SyntaxTree> sources, IEnumerable<MetadataReference> references, List<Finding> findings)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(project.AssemblyName, sources, references, new CSharpCompilationOptions(
            project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Disable,
            deterministic: true));
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitResult result = compilation.Emit(image, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        findings.AddRange(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => Of(d, project.File)));
        findings.AddRange(TextCheck.Of(compilation));
        return result.Success ? (new(project.AssemblyName, image.ToArray(), symbols.ToArray()), new(compilation)) : null;
    }

    private static Finding Of(Diagnostic diagnostic, string elsewhere)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.');
        return new(
            place.Path is { Length: > 0 } path ? path : elsewhere,
            place.StartLinePosition.Line + 1,
            $"{diagnostic.Id} {message}, expected C# 9 and the chip's libraries alone");
    }
}
