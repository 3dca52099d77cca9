using Mono.Cecil;

namespace BarrierNode.Verify.Device;

/// <summary>Types that the chip's runtime lacks.</summary>
internal static class ForbiddenType
{
    /// <summary>Looks into a type, and into what it is made of.</summary>
    /// <param name="type">A type as a signature names it, or null.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? In(TypeReference? type) => type switch
    {
        null => null,
        GenericInstanceType => Generic(type),
        FunctionPointerType => "function pointer, expected a delegate: it fails on the chip",
        PinnedType => "fixed, expected no pinned memory: it fails on the chip",
        ArrayType { Rank: > 1 } => $"array {Name(type)}, expected one dimension or arrays of arrays: it crashes the chip at load",
        TypeSpecification specification => In(specification.ElementType),
        _ => null,
    };

    /// <summary>Says what is wrong with a generic type.</summary>
    public static string Generic(TypeReference type) =>
        $"generic type {Name(type)}, expected one without type parameters: it crashes the chip at load";

    /// <summary>Says what is wrong with a generic method.</summary>
    public static string GenericMethod(MethodReference method) =>
        $"generic method {method.Name}, expected one without type parameters: it returns null on the chip";

    /// <summary>The name as C# writes it, nearly.</summary>
    private static string Name(TypeReference type) => type switch
    {
        GenericInstanceType instance => $"{Plain(type.GetElementType())}<{string.Join(", ", instance.GenericArguments.Select(Name))}>",
        ArrayType array => $"{Name(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        _ when type.HasGenericParameters => $"{Plain(type)}<{string.Join(", ", type.GenericParameters.Select(p => p.Name))}>",
        _ => type.Name,
    };

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];
}
