using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Surface;

/// <summary>Attributes that stand for a modifier: <c>readonly</c>, <c>ref</c>, <c>params</c>, <c>this</c>, <c>callerexpr</c>.</summary>
internal sealed class ModifierAttributes(SurfaceModule module, SurfaceAssemblies assemblies)
{
    private const string Namespace = "System.Runtime.CompilerServices";

    /// <summary>Adds those of an assembly.</summary>
    public void Add()
    {
        foreach (SurfaceLine line in module.File.Lines)
        {
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
            bool all = line.Is("readonly");
            foreach (string access in line.Tags("access", ',').Where(a => all || a.EndsWith("(readonly)", StringComparison.Ordinal)))
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
                    method.Parameters[i].CustomAttributes.Add(AttributeFactory.New(module, assemblies, line, "System.ParamArrayAttribute"));
                }

                if (parameters[i].Expression is { } other)
                {
                    method.Parameters[i].CustomAttributes.Add(AttributeFactory.New(
                        module, assemblies, line, Namespace + ".CallerArgumentExpressionAttribute", ("System.String", other)));
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
                target.CustomAttributes.Add(AttributeFactory.New(module, assemblies, line, Namespace + ".ExtensionAttribute"));
            }
        }
    }

    /// <summary>Adds an attribute that no library exports: every assembly that needs it has its own, as the compiler does it.</summary>
    private void Mark(ICustomAttributeProvider target, string name)
    {
        ModuleDefinition home = module.Module;
        TypeDefinition? type = home.GetType(Namespace, name);
        if (type is null)
        {
            SurfaceLine line = module.File.Lines[0];
            type = new(Namespace, name, TypeAttributes.NotPublic | TypeAttributes.Sealed)
            {
                BaseType = assemblies.Named("System.Attribute", module, line),
            };
            type.Methods.Add(new(
                ".ctor",
                MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
                home.TypeSystem.Void)
            {
                Body = { Instructions = { Instruction.Create(OpCodes.Ret) } },
            });
            home.Types.Add(type);
        }

        target.CustomAttributes.Add(new(type.Methods[0]));
    }
}
