using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Says which interface member a private method implements.</summary>
internal static class ExplicitImplementations
{
    /// <summary>Adds the entries of an assembly.</summary>
    public static void Add(SurfaceModule module, SurfaceAssemblies assemblies)
    {
        foreach (SurfaceLine line in module.File.Lines.Where(line => line.Is("private")))
        {
            SurfaceId implemented = SurfaceId.Parse(line.Needed("implements"));
            TypeDefinition contract = assemblies.Definition(implemented.Owner, line);
            string prefix = implemented.Owner + ".";
            MethodDefinition?[] methods = module.Made[line] switch
            {
                PropertyDefinition property => [property.GetMethod, property.SetMethod],
                IMemberDefinition method => [(MethodDefinition)method],
            };
            foreach (MethodDefinition method in methods.OfType<MethodDefinition>())
            {
                MethodDefinition member = contract.Methods.FirstOrDefault(member => member.Name == method.Name[prefix.Length..])
                    ?? throw line.Fault($"implements {implemented.Full}, expected a member of the interface");
                method.Overrides.Add(Reference(member, module, assemblies, line));
            }
        }
    }

    private static MethodReference Reference(
        MethodDefinition member, SurfaceModule module, SurfaceAssemblies assemblies, SurfaceLine line)
    {
        if (member.Module == module.Module)
        {
            return member;
        }

        string owner = member.DeclaringType.FullName.Replace('/', '.');
        MethodReference reference = new(member.Name, Import(member.ReturnType), assemblies.Named(owner, module, line)) { HasThis = true };
        foreach (ParameterDefinition parameter in member.Parameters)
        {
            reference.Parameters.Add(new(Import(parameter.ParameterType)));
        }

        return reference;

        TypeReference Import(TypeReference type) =>
            assemblies.Signature(type.FullName.Replace('/', '.').Replace('&', '@'), module, member.DeclaringType, line);
    }
}
