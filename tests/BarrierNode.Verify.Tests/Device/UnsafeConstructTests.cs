using BarrierNode.Verify.Device;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace BarrierNode.Verify.Tests;

/// <summary>Unsafe code does not get through the compiler; were it let through, its IL is refused too.</summary>
[TestClass]
public class UnsafeConstructTests
{
    [TestMethod]
    [DataRow("int F() { int* s = stackalloc int[4]; return s[0]; }", "stackalloc, expected ")]
    [DataRow("int F(byte[] b) { fixed (byte* p = b) { return *p; } }", "fixed, expected ")]
    [DataRow("int F(delegate*<int, int> f) { return 0; }", "function pointer, expected ")]
    [DataRow(
        "int F() { delegate*<int, int> f = &G; return f(1); } static int G(int a) { return a; }",
        "call through a function pointer, expected ")]
    public void UnsafeCode_InIl_IsAFindingWithItsLine(string member, string what)
    {
        string source = $"unsafe class Planted\n{{\n  {member}\n}}";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(source, new(LanguageVersion.CSharp9), "Planted.cs", System.Text.Encoding.UTF8)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitResult emitted = compilation.Emit(image, symbols, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.IsTrue(emitted.Success, string.Join('\n', emitted.Diagnostics));

        IReadOnlyList<Finding> findings = DeviceIlCheck.Run(new("Planted", image.ToArray(), symbols.ToArray()), new(compilation));

        string all = string.Join('\n', findings);
        Assert.IsTrue(findings.Any(finding => finding.What.StartsWith(what, StringComparison.Ordinal)), $"No \"{what}\" in: {all}");
        Assert.IsTrue(findings.All(finding => finding is { File: "Planted.cs", Line: 3 }), all);
    }
}
