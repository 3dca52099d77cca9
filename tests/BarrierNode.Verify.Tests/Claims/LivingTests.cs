using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BarrierNode.Verify.Tests.Claims;

/// <summary>
/// The tests that <c>./test</c> really runs, found in the sources: named <c>Project.Class.Method</c>, the project without "BarrierNode." and ".Tests".
/// </summary>
internal static class LivingTests
{
    // A test that these may leave out proves nothing.
    private static readonly string[] Doubtful = ["Ignore", "OSCondition", "CICondition", "Conditional"];

    private static readonly Lazy<HashSet<string>> Found = new(FindAll);

    /// <summary>Those of the repository.</summary>
    public static IReadOnlySet<string> OfRepository => Found.Value;

    /// <summary>Those of one source file, named <c>Class.Method</c>.</summary>
    /// <param name="source">Its text.</param>
    public static IEnumerable<string> In(string source) =>
        from type in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        where Has(type.AttributeLists, "TestClass") && !Doubtful.Any(name => Has(type.AttributeLists, name)) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword)
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where IsAlive(method)
        select $"{type.Identifier.Text}.{method.Identifier.Text}";

    private static bool IsAlive(MethodDeclarationSyntax method)
    {
        string[] calls = [.. method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression.ToString())];
        return (Has(method.AttributeLists, "TestMethod") || Has(method.AttributeLists, "DataTestMethod"))
            && !Doubtful.Any(name => Has(method.AttributeLists, name))
            && method.Modifiers.Any(SyntaxKind.PublicKeyword)
            && calls.Length > 0
            && !calls.Contains("Assert.Inconclusive");
    }

    private static bool Has(SyntaxList<AttributeListSyntax> lists, string attribute) =>
        lists.SelectMany(list => list.Attributes).Any(a => a.Name.ToString() == attribute || a.Name.ToString() == attribute + "Attribute");

    private static HashSet<string> FindAll()
    {
        string solution = Repository.Text("BarrierNode.sln").Replace('\\', '/');
        HashSet<string> found = [];
        foreach (string project in Directory.GetDirectories(Repository.File("tests"), "BarrierNode.*.Tests"))
        {
            string name = Path.GetFileName(project);
            if (!solution.Contains($"tests/{name}/{name}.csproj", StringComparison.Ordinal))
            {
                continue;
            }

            IEnumerable<string> sources = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
            found.UnionWith(sources.SelectMany(file => In(File.ReadAllText(file))).Select(test => $"{name["BarrierNode.".Length..^".Tests".Length]}.{test}"));
        }

        return found;
    }
}
