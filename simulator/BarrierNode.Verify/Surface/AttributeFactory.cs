using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Makes attributes.</summary>
internal static class AttributeFactory
{
    /// <summary>An attribute with a constructor that takes arguments of these types.</summary>
    public static CustomAttribute New(
        SurfaceModule module, SurfaceAssemblies assemblies, SurfaceLine line, string type, params (string Type, object? Value)[] arguments)
    {
        TypeReference owner = assemblies.Named(type, module, line);
        IEnumerable<string> types = arguments.Select(argument => argument.Type);
        MethodReference constructor = (MethodReference?)(owner as TypeDefinition)?.Methods.FirstOrDefault(method =>
                method.IsConstructor && method.Parameters.Select(parameter => parameter.ParameterType.FullName).SequenceEqual(types))
            ?? new(".ctor", module.Module.TypeSystem.Void, owner) { HasThis = true };
        CustomAttribute attribute = new(constructor);
        foreach ((string argumentType, object? value) in arguments)
        {
            TypeReference signature = Signature(module, assemblies, line, argumentType);
            if (constructor is not MethodDefinition)
            {
                constructor.Parameters.Add(new(signature));
            }

            attribute.ConstructorArguments.Add(new(signature, value));
        }

        return attribute;
    }

    /// <summary>Type of an argument.</summary>
    public static TypeReference Signature(SurfaceModule module, SurfaceAssemblies assemblies, SurfaceLine line, string id) =>
        assemblies.Signature(id, module, assemblies.Definition("System.Object", line), line);
}
