using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Device;

/// <summary>
/// What static initialisers use. The chip runs all static constructors of an assembly before Main, in the order of the types' names, and
/// the assemblies in the order of loading: an initialiser that uses another class may find it without its values.
/// </summary>
internal static class StaticInitialisers
{
    // What Roslyn puts the bytes of array initialisers into; it has no initialiser of its own.
    private const string CompilersData = "<PrivateImplementationDetails>";

    /// <summary>Uses of other firmware classes in a type's static constructor, and in its own methods that are called from there.</summary>
    public static IEnumerable<(MethodDefinition Method, Instruction Instruction, string Used)> UsesOfOthers(TypeDefinition type)
    {
        Queue<MethodDefinition> open = new(type.Methods.Where(method => method.IsConstructor && method.IsStatic));
        HashSet<MethodDefinition> seen = [.. open];
        while (open.TryDequeue(out MethodDefinition? method))
        {
            foreach (Instruction instruction in method.HasBody ? [.. method.Body.Instructions] : Array.Empty<Instruction>())
            {
                if (instruction.Operand is not (FieldReference or MethodReference))
                {
                    continue;
                }

                MemberReference member = (MemberReference)instruction.Operand;
                if (member.DeclaringType == type)
                {
                    if (member is MethodReference own && own.Resolve() is { } called && seen.Add(called))
                    {
                        open.Enqueue(called);
                    }
                }
                else if (IsFirmware(member.DeclaringType) && IsUse(instruction))
                {
                    yield return (method, instruction, $"{member.DeclaringType.Name}.{member.Name}");
                }
            }
        }
    }

    private static bool IsUse(Instruction instruction) => instruction.OpCode.Code is
        Code.Ldsfld or Code.Ldsflda or Code.Stsfld or Code.Call or Code.Callvirt or Code.Newobj or Code.Ldftn or Code.Ldvirtftn;

    private static bool IsFirmware(TypeReference type) => type switch
    {
        TypeDefinition definition =>
            definition.Name != CompilersData && definition.BaseType?.FullName != "System.MulticastDelegate",
        _ => type.Scope.Name.StartsWith("BarrierNode.", StringComparison.Ordinal),
    };
}
