using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace BarrierNode.Verify.Device;

/// <summary>Source file and line of what stands in an assembly.</summary>
internal sealed class IlPlaces(DeclarationLines declarations)
{
    /// <summary>Place of a declaration; of what the compiler made, that of the type around it.</summary>
    public (string File, int Line) Of(IMemberDefinition member) =>
        declarations.Find(DocCommentId.GetDocCommentId(member))
        ?? (member is FieldDefinition ? declarations.Find("E" + DocCommentId.GetDocCommentId(member)[1..]) : null)
        ?? (member is MethodDefinition method ? FirstLine(method) : null)
        ?? (member.DeclaringType is { } owner ? Of(owner) : (member.FullName, 1));

    /// <summary>Place of an instruction.</summary>
    public (string File, int Line) Of(MethodDefinition method, Instruction instruction)
    {
        SequencePoint? point = method.DebugInformation.SequencePoints
            .LastOrDefault(point => !point.IsHidden && point.Offset <= instruction.Offset);
        return point is null ? Of(method) : (point.Document.Url, point.StartLine);
    }

    private static (string File, int Line)? FirstLine(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden) is { } point
            ? (point.Document.Url, point.StartLine)
            : null;
}
