using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BarrierNode.Verify.Projects;

/// <summary>The names that sources mention: enough to tell whether they use an assembly at all, without compiling them.</summary>
internal sealed class SourceWords
{
    private readonly HashSet<string> _identifiers = [];
    private readonly HashSet<string> _namespaces = [];

    public SourceWords(DeviceProjectFile project)
    {
        foreach (string source in project.SourcesOnDisk)
        {
            SyntaxNode tree = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(project.Root, project.Folder, source))).GetRoot();
            _identifiers.UnionWith(tree.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
            _namespaces.UnionWith(tree.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(u => u.NamespaceOrType.ToString()));
            _namespaces.UnionWith(tree.DescendantNodes().OfType<QualifiedNameSyntax>().Select(q => q.Left.ToString()));
            _namespaces.UnionWith(tree.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(m => m.Expression.ToString()));
        }
    }

    /// <summary>True when the namespace of a type is named and so is the type.</summary>
    /// <param name="type">Full name of the type.</param>
    public bool Mention(string type)
    {
        int dot = type.LastIndexOf('.');
        string name = type[(dot + 1)..].Split('`')[0];
        string attribute = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
        return dot > 0 && _namespaces.Contains(type[..dot]) && (_identifiers.Contains(name) || _identifiers.Contains(attribute));
    }
}
