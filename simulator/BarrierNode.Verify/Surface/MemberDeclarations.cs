using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Surface;

/// <summary>Fields, methods, properties and events.</summary>
internal sealed class MemberDeclarations(SurfaceModule module, SurfaceAssemblies assemblies)
{
    /// <summary>Adds all members of an assembly.</summary>
    public void Add()
    {
        foreach (SurfaceLine line in module.File.Lines)
        {
            IMemberDefinition? made = line.Kind switch
            {
                'F' => AddField(line),
                'M' => AddMethod(line),
                'P' => AddProperty(line),
                'E' => AddEvent(line),
                _ => null,
            };
            if (made is not null)
            {
                module.Made.Add(line, made);
            }
        }
    }

    private TypeDefinition Owner(SurfaceLine line) => assemblies.Definition(line.Id.Owner, line);

    private TypeReference Type(SurfaceLine line, string id) => assemblies.Signature(id, module, Owner(line), line);

    private FieldDefinition AddField(SurfaceLine line)
    {
        bool isConst = line.Is("const");
        FieldAttributes attributes = line.Is("protected") ? FieldAttributes.Family : FieldAttributes.Public;
        attributes |= isConst ? FieldAttributes.Static | FieldAttributes.Literal : 0;
        attributes |= line.Is("static") ? FieldAttributes.Static : 0;
        attributes |= line.Is("readonly") ? FieldAttributes.InitOnly : 0;
        FieldDefinition field = new(line.Id.Name, attributes, Type(line, line.Type));
        Owner(line).Fields.Add(field);
        if (isConst)
        {
            field.Constant = SurfaceConstant.Parse(ConstantType(line, line.Type), line.Needed("value"), line);
        }

        return field;
    }

    private MethodDefinition AddMethod(SurfaceLine line)
    {
        bool isConstructor = line.Id.Name == ".ctor";
        bool isOperator = line.Id.Name.StartsWith("op_", StringComparison.Ordinal);
        MethodAttributes special = isConstructor ? MethodAttributes.SpecialName | MethodAttributes.RTSpecialName
            : isOperator ? MethodAttributes.SpecialName
            : 0;
        MethodDefinition method = AddMethod(line, line.Id.Name, special, line.Is("protected"));
        method.ReturnType = Type(line, line.Type);
        AddParameters(line, method);
        return method;
    }

    private PropertyDefinition AddProperty(SurfaceLine line)
    {
        PropertyDefinition property = new(line.Id.Name, PropertyAttributes.None, Type(line, line.Type));
        Owner(line).Properties.Add(property);
        foreach (string access in line.Tags("access", ','))
        {
            bool isProtected = line.Is("protected") || access.EndsWith("(protected)", StringComparison.Ordinal);
            string kind = access.Split('(')[0];
            if (kind is not ("get" or "set"))
            {
                throw line.Fault($"access '{access}', expected get or set");
            }

            MethodDefinition accessor = AddMethod(line, Accessor(line, kind + "_"), MethodAttributes.SpecialName, isProtected);
            AddParameters(line, accessor);
            if (kind == "get")
            {
                accessor.ReturnType = property.PropertyType;
                property.GetMethod = accessor;
            }
            else
            {
                accessor.Parameters.Add(new("value", ParameterAttributes.None, property.PropertyType));
                property.SetMethod = accessor;
            }
        }

        return property;
    }

    private EventDefinition AddEvent(SurfaceLine line)
    {
        EventDefinition declared = new(line.Id.Name, EventAttributes.None, Type(line, line.Type));
        Owner(line).Events.Add(declared);
        declared.AddMethod = EventAccessor("add_");
        declared.RemoveMethod = EventAccessor("remove_");
        return declared;

        MethodDefinition EventAccessor(string prefix)
        {
            MethodDefinition accessor = AddMethod(line, Accessor(line, prefix), MethodAttributes.SpecialName, line.Is("protected"));
            accessor.Parameters.Add(new("value", ParameterAttributes.None, declared.EventType));
            return accessor;
        }
    }

    /// <summary>Name of an accessor; in an explicit implementation the interface stands before the prefix.</summary>
    private static string Accessor(SurfaceLine line, string prefix)
    {
        int start = line.Id.Name.LastIndexOf('.') + 1;
        return line.Id.Name.Insert(start, prefix);
    }

    private MethodDefinition AddMethod(SurfaceLine line, string name, MethodAttributes special, bool isProtected)
    {
        TypeDefinition owner = Owner(line);
        MethodAttributes visibility = line.Is("private") ? MethodAttributes.Private
            : isProtected ? MethodAttributes.Family
            : MethodAttributes.Public;
        MethodDefinition method = new(
            name, visibility | special | MethodAttributes.HideBySig | Dispatch(line, owner), module.Module.TypeSystem.Void);
        owner.Methods.Add(method);
        if (owner.BaseType?.FullName == "System.MulticastDelegate")
        {
            method.ImplAttributes = MethodImplAttributes.Runtime | MethodImplAttributes.Managed;
        }
        else if (!method.IsAbstract)
        {
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Ldnull));
            method.Body.Instructions.Add(Instruction.Create(OpCodes.Throw));
        }

        return method;
    }

    private static MethodAttributes Dispatch(SurfaceLine line, TypeDefinition owner)
    {
        const MethodAttributes NewVirtual = MethodAttributes.Virtual | MethodAttributes.NewSlot;
        return owner.IsInterface || line.Is("abstract") ? NewVirtual | MethodAttributes.Abstract
            : line.Is("virtual") ? NewVirtual
            : line.Is("final") || line.Is("private") ? NewVirtual | MethodAttributes.Final
            : line.Is("override") ? MethodAttributes.Virtual | (line.Is("sealed") ? MethodAttributes.Final : 0)
            : line.Is("static") ? MethodAttributes.Static
            : 0;
    }

    private void AddParameters(SurfaceLine line, MethodDefinition method)
    {
        foreach (SurfaceParameter parameter in SurfaceParameter.Of(line))
        {
            ParameterDefinition added = new(
                parameter.Name, parameter.IsOut ? ParameterAttributes.Out : ParameterAttributes.None, Type(line, parameter.Type));
            if (parameter.Default is { } value)
            {
                added.Attributes |= ParameterAttributes.Optional | ParameterAttributes.HasDefault;
                added.Constant = SurfaceConstant.Parse(ConstantType(line, parameter.Type), value, line);
            }

            method.Parameters.Add(added);
        }
    }

    /// <summary>The type that a constant is stored as: of an enum the underlying one.</summary>
    private MetadataType ConstantType(SurfaceLine line, string id)
    {
        TypeReference type = Type(line, id);
        return type.IsPrimitive || type.MetadataType is MetadataType.String or MetadataType.Array
            ? type.MetadataType
            : assemblies.Definition(id, line) is { IsEnum: true } definition
                ? definition.Fields[0].FieldType.MetadataType
                : type.MetadataType;
    }
}
