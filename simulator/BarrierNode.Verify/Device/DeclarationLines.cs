using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BarrierNode.Verify.Device;

/// <summary>Where types and their members are declared: symbols name the lines of code alone.</summary>
public sealed class DeclarationLines
{
    private readonly Dictionary<string, (string File, int Line)> _lines = [];

    /// <summary>Notes the declarations of a compilation.</summary>
    /// <param name="compilation">It need not compile.</param>
    public DeclarationLines(CSharpCompilation compilation) => Add(compilation.Assembly.GlobalNamespace);

    /// <summary>The place of a declaration, or null for what the compiler made of code.</summary>
    /// <param name="id">XML-documentation id of the type or member.</param>
    public (string File, int Line)? Find(string id) => _lines.TryGetValue(id, out var line) ? line : null;

    private void Add(INamespaceOrTypeSymbol owner)
    {
        foreach (ISymbol member in owner.GetMembers())
        {
            Location? place = member.Locations.FirstOrDefault(location => location.IsInSource);
            if (place is not null && member.GetDocumentationCommentId() is { } id)
            {
                FileLinePositionSpan span = place.GetLineSpan();
                _lines[id] = (span.Path, span.StartLinePosition.Line + 1);
            }

            if (member is INamespaceOrTypeSymbol nested)
            {
                Add(nested);
            }
        }
    }
}
