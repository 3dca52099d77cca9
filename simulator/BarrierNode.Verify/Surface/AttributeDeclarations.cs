using System.Text.RegularExpressions;
using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Attributes: those that the data lists, and those that stand for a modifier.</summary>
internal sealed partial class AttributeDeclarations(SurfaceModule module, SurfaceAssemblies assemblies)
{
    private const string Services = "System.Runtime.CompilerServices.";

    /// <summary>Adds all attributes of an assembly.</summary>
    public void Add()
    {
        foreach (SurfaceLine line in module.File.Lines.Where(line => line.Kind != 'R'))
        {
            ICustomAttributeProvider target = line.Kind == 'A' ? module.Assembly : module.Made[line];
            foreach (string text in line.Tags("attr", ';'))
            {
                target.CustomAttributes.Add(Parse(line, text));
            }

            AddModifiers(line);
            AddParameters(line);
        }
    }

    /// <summary><c>readonly</c> and <c>ref</c> have no flag in the metadata.</summary>
    private void AddModifiers(SurfaceLine line)
    {
        if (line.Kind is 'T' or 'M' && line.Is("readonly"))
        {
            Mark(module.Made[line], "IsReadOnlyAttribute");
        }

        if (line.Kind == 'T' && line.Is("ref"))
        {
            Mark(module.Made[line], "IsByRefLikeAttribute");
        }

        if (line.Kind == 'P')
        {
            PropertyDefinition property = (PropertyDefinition)module.Made[line];
            foreach (string access in line.Tags("access", ',').Where(access => line.Is("readonly") || access.EndsWith("(readonly)", StringComparison.Ordinal)))
            {
                Mark(access.StartsWith("get", StringComparison.Ordinal) ? property.GetMethod : property.SetMethod, "IsReadOnlyAttribute");
            }
        }
    }

    private void AddParameters(SurfaceLine line)
    {
        MethodDefinition?[] methods = line.Kind switch
        {
            'M' => [(MethodDefinition)module.Made[line]],
            'P' => [((PropertyDefinition)module.Made[line]).GetMethod, ((PropertyDefinition)module.Made[line]).SetMethod],
            _ => [],
        };
        foreach (MethodDefinition method in methods.OfType<MethodDefinition>())
        {
            IReadOnlyList<SurfaceParameter> parameters = SurfaceParameter.Of(line);
            for (int i = 0; i < parameters.Count; i++)
            {
                if (parameters[i].IsParams)
                {
                    method.Parameters[i].CustomAttributes.Add(New(line, "System.ParamArrayAttribute"));
                }

                if (parameters[i].Expression is { } other)
                {
                    method.Parameters[i].CustomAttributes.Add(
                        New(line, Services + "CallerArgumentExpressionAttribute", [("System.String", other)]));
                }

                if (parameters[i].IsThis)
                {
                    MarkExtension(line, method);
                }
            }
        }
    }

    private void MarkExtension(SurfaceLine line, MethodDefinition method)
    {
        foreach (ICustomAttributeProvider target in new ICustomAttributeProvider[] { method, method.DeclaringType, module.Assembly })
        {
            if (!target.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ExtensionAttribute"))
            {
                target.CustomAttributes.Add(New(line, Services + "ExtensionAttribute"));
            }
        }
    }

    /// <summary>Adds an attribute that no library exports: every assembly that needs it has its own, as the compiler does it.</summary>
    private void Mark(ICustomAttributeProvider target, string name)
    {
        ModuleDefinition home = module.Module;
        TypeDefinition? type = home.GetType(Services.TrimEnd('.'), name);
        if (type is null)
        {
            SurfaceLine line = module.File.Lines[0];
            type = new(Services.TrimEnd('.'), name, TypeAttributes.NotPublic | TypeAttributes.Sealed)
            {
                BaseType = assemblies.Named("System.Attribute", module, line),
            };
            type.Methods.Add(new(
                ".ctor",
                MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
                home.TypeSystem.Void)
            {
                Body = { Instructions = { Mono.Cecil.Cil.Instruction.Create(Mono.Cecil.Cil.OpCodes.Ret) } },
            });
            home.Types.Add(type);
        }

        target.CustomAttributes.Add(new(type.Methods[0]));
    }

    private CustomAttribute Parse(SurfaceLine line, string text)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            throw line.Fault($"attribute {text}, expected Full.Name(arg,...,Name=arg)");
        }

        string type = match.Groups[1].Value;
        string[] arguments = match.Groups[2] is { Success: true } list ? list.Value.Split(',') : [];
        TypeDefinition definition = assemblies.Definition(type, line);
        string[] positional = [.. arguments.Where(argument => !Assignment().IsMatch(argument))];
        MethodDefinition constructor = definition.Methods.FirstOrDefault(method => method.IsConstructor && Takes(method, positional))
            ?? throw line.Fault($"attribute {text}, expected arguments that a constructor of {type} takes");
        CustomAttribute attribute = New(
            line, type, [.. constructor.Parameters.Zip(positional, (p, value) => (p.ParameterType.FullName, Value(line, p.ParameterType, value)))]);
        foreach (string argument in arguments.Skip(positional.Length))
        {
            string[] parts = argument.Split('=', 2);
            PropertyDefinition property = definition.Properties.FirstOrDefault(property => property.Name == parts[0])
                ?? throw line.Fault($"attribute {text}, expected a property of {type} for {parts[0]}");
            TypeReference valueType = Signature(line, property.PropertyType.FullName);
            attribute.Properties.Add(new(parts[0], new(valueType, Value(line, property.PropertyType, parts[1]))));
        }

        return attribute;
    }

    private static bool Takes(MethodDefinition method, string[] arguments) =>
        method.Parameters.Count == arguments.Length && method.Parameters.Zip(arguments).All(pair =>
            pair.Second[0] == '"' ? pair.First.ParameterType.FullName == "System.String"
            : pair.Second is "true" or "false" ? pair.First.ParameterType.FullName == "System.Boolean"
            : pair.First.ParameterType.FullName is not ("System.String" or "System.Boolean"));

    private static object? Value(SurfaceLine line, TypeReference type, string text)
    {
        MetadataType stored = type.Resolve() is { IsEnum: true } definition ? definition.Fields[0].FieldType.MetadataType : type.MetadataType;
        return SurfaceConstant.Parse(stored, text, line);
    }

    /// <summary>An attribute with a constructor that takes arguments of these types.</summary>
    private CustomAttribute New(SurfaceLine line, string type, params (string Type, object? Value)[] arguments)
    {
        TypeReference owner = assemblies.Named(type, module, line);
        MethodReference constructor = (MethodReference?)(owner as TypeDefinition)?.Methods.FirstOrDefault(method =>
                method.IsConstructor && method.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(arguments.Select(a => a.Type)))
            ?? new(".ctor", module.Module.TypeSystem.Void, owner) { HasThis = true };
        CustomAttribute attribute = new(constructor);
        foreach ((string argumentType, object? value) in arguments)
        {
            TypeReference signature = Signature(line, argumentType);
            if (constructor is not MethodDefinition)
            {
                constructor.Parameters.Add(new(signature));
            }

            attribute.ConstructorArguments.Add(new(signature, value));
        }

        return attribute;
    }

    private TypeReference Signature(SurfaceLine line, string id) =>
        assemblies.Signature(id, module, assemblies.Definition("System.Object", line), line);

    [GeneratedRegex(@"^([\w.]+)(?:\((.*)\))?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\w+=")]
    private static partial Regex Assignment();
}
