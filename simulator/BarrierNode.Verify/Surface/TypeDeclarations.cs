using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Types: first their names, then what they derive from.</summary>
internal static class TypeDeclarations
{
    /// <summary>Declares all types of an assembly.</summary>
    public static void Declare(SurfaceModule module, SurfaceAssemblies assemblies)
    {
        SurfaceLine[] types = [.. module.File.Lines.Where(line => line.Kind == 'T')];
        // Owners before what is nested in them: an owner's name is the shorter one.
        foreach (SurfaceLine line in types.OrderBy(line => line.Is("nested") ? line.Id.Full.Length : 0))
        {
            bool nested = line.Is("nested");
            TypeDefinition type = new(nested ? "" : line.Id.Owner, line.Id.Name, Attributes(line));
            if (nested)
            {
                assemblies.Definition(line.Id.Owner, line).NestedTypes.Add(type);
            }
            else
            {
                module.Module.Types.Add(type);
            }

            foreach (string parameter in line.Tags("generic", ';'))
            {
                string[] words = parameter.Split(' ');
                GenericParameterAttributes variance = words[0] switch
                {
                    "in" => GenericParameterAttributes.Contravariant,
                    "out" => GenericParameterAttributes.Covariant,
                    _ => GenericParameterAttributes.NonVariant,
                };
                type.GenericParameters.Add(new(words[^1], type) { Attributes = variance });
            }

            module.Made.Add(line, type);
            assemblies.Declare(line, module, type);
        }
    }

    /// <summary>Adds base types, interfaces and the fields that nobody sees.</summary>
    public static void Complete(SurfaceModule module, SurfaceAssemblies assemblies)
    {
        foreach (SurfaceLine line in module.File.Lines.Where(line => line.Kind == 'T'))
        {
            TypeDefinition type = (TypeDefinition)module.Made[line];
            if (line.Type == "enum")
            {
                type.BaseType = assemblies.Named("System.Enum", module, line);
                type.Fields.Add(new(
                    "value__",
                    FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName,
                    assemblies.Signature(line.Needed("base"), module, type, line)));
            }
            else if (line.Tag("base") is { } parent)
            {
                type.BaseType = assemblies.Named(parent, module, line);
            }

            foreach (string implemented in line.Tags("implements", ','))
            {
                type.Interfaces.Add(new(assemblies.Named(implemented, module, line)));
            }

            // They take part in the rule that a struct has to be assigned before its use; their names do not matter.
            string[] fields = line.Tags("fields", ',');
            for (int i = 0; i < fields.Length; i++)
            {
                type.Fields.Add(new($"_{i}", FieldAttributes.Private, assemblies.Signature(fields[i], module, type, line)));
            }
        }
    }

    private static TypeAttributes Attributes(SurfaceLine line)
    {
        TypeAttributes visibility = line.Is("protected") ? TypeAttributes.NestedFamily
            : line.Is("nested") ? TypeAttributes.NestedPublic
            : TypeAttributes.Public;
        TypeAttributes kind = line.Type switch
        {
            "class" => TypeAttributes.Class,
            "struct" => TypeAttributes.Sealed | TypeAttributes.SequentialLayout,
            "interface" => TypeAttributes.Interface | TypeAttributes.Abstract,
            "enum" or "delegate" => TypeAttributes.Sealed,
            _ => throw line.Fault($"'{line.Type}' at the end, expected class, struct, interface, enum or delegate"),
        };
        TypeAttributes inheritance = line.Is("static") ? TypeAttributes.Abstract | TypeAttributes.Sealed
            : line.Is("abstract") ? TypeAttributes.Abstract
            : line.Is("sealed") ? TypeAttributes.Sealed
            : 0;
        return visibility | kind | inheritance;
    }
}
