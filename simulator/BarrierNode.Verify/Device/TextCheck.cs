using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BarrierNode.Verify.Device;

/// <summary>
/// Finds values whose text on the chip differs from that on the desktop: enums, and numbers in a picture such as <c>0.00</c>.
/// </summary>
internal static partial class TextCheck
{
    /// <summary>Looks through the sources of a compilation.</summary>
    public static IEnumerable<Finding> Of(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                foreach (ITypeSymbol written in Written(node, model).Select(value => model.GetTypeInfo(value).Type).OfType<ITypeSymbol>())
                {
                    if (written.TypeKind == TypeKind.Enum)
                    {
                        yield return At(node, $"text of enum {written.Name}, expected a cast to its number: the chip knows no names");
                    }
                }

                foreach (string format in Formats(node, model).Where(format => !Known().IsMatch(format)))
                {
                    yield return At(node, $"format \"{format}\", expected one of D, F, G, N, X and digits: the chip knows no other");
                }
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Written(SyntaxNode node, SemanticModel model) => node switch
    {
        InterpolationSyntax interpolation => [interpolation.Expression],
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && IsText(sum, model) => [sum.Left, sum.Right],
        AssignmentExpressionSyntax sum when sum.IsKind(SyntaxKind.AddAssignmentExpression) && IsText(sum, model) => [sum.Right],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } access } =>
            [access.Expression],
        InvocationExpressionSyntax call when TextMethod(call, model) is not null =>
            call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => [],
    };

    private static IEnumerable<string> Formats(SyntaxNode node, SemanticModel model) => node switch
    {
        InterpolationFormatClauseSyntax clause => [clause.FormatStringToken.ValueText],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } } call =>
            call.ArgumentList.Arguments.Take(1).Select(argument => model.GetConstantValue(argument.Expression).Value).OfType<string>(),
        InvocationExpressionSyntax call when TextMethod(call, model)?.Name == "Format" =>
            call.ArgumentList.Arguments.Take(1).Select(argument => model.GetConstantValue(argument.Expression).Value).OfType<string>()
                .SelectMany(text => Place().Matches(text)).Select(match => match.Groups[1].Value),
        _ => [],
    };

    private static bool IsText(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private static IMethodSymbol? TextMethod(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { Name: "String" or "StringBuilder" } } method ? method : null;

    private static Finding At(SyntaxNode node, string what)
    {
        FileLinePositionSpan place = node.GetLocation().GetLineSpan();
        return new(place.Path, place.StartLinePosition.Line + 1, what);
    }

    [GeneratedRegex(@"^[DFGNXdfgnx]\d*$")]
    private static partial Regex Known();

    [GeneratedRegex(@"\{\d+(?:,-?\d+)?:([^}]*)\}")]
    private static partial Regex Place();
}
