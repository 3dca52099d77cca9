using BarrierNode.Verify.Device;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace BarrierNode.Verify.Scan;

/// <summary>The firmware assemblies, opened: finds methods, resolves calls among them, and tells where an instruction comes from.</summary>
internal sealed class FirmwareCode
{
    private readonly string _root;
    private readonly Dictionary<string, MethodDefinition> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<Instruction, (string File, int Line)> _places = [];
    private readonly List<TypeDefinition> _types = [];

    public FirmwareCode(IEnumerable<DeviceAssembly> assemblies, string root)
    {
        _root = root;
        foreach (DeviceAssembly assembly in assemblies)
        {
            ModuleDefinition module = ModuleDefinition.ReadModule(
                new MemoryStream(assembly.Image),
                new() { ReadSymbols = true, SymbolStream = new MemoryStream(assembly.Symbols), SymbolReaderProvider = new PortablePdbReaderProvider() });
            foreach (TypeDefinition type in module.GetAllTypes())
            {
                _types.Add(type);
                foreach (MethodDefinition method in type.Methods)
                {
                    _methods[method.FullName] = method;
                    NotePlaces(method);
                    method.Body?.SimplifyMacros();
                }
            }
        }
    }

    /// <summary>Name of the assembly that a method is in.</summary>
    public static string AssemblyOf(MethodReference method) =>
        method.DeclaringType.GetElementType().Scope switch
        {
            ModuleDefinition module => module.Assembly.Name.Name,
            IMetadataScope scope => scope.Name,
        };

    /// <summary>The methods of that name, as in <c>BarrierNode.Control.Controller.Scan</c>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IReadOnlyList<MethodDefinition> Named(string name)
    {
        MethodDefinition[] found = [.. _methods.Values.Where(m => $"{m.DeclaringType.FullName}.{m.Name}" == name)];
        return found.Length > 0 ? found : throw new ArgumentException($"The firmware has no method {name}.", nameof(name));
    }

    /// <summary>The firmware's method behind a reference, or null when it belongs to another assembly.</summary>
    public MethodDefinition? Resolve(MethodReference method) => _methods.GetValueOrDefault(method.FullName);

    /// <summary>Every body that a call through a virtual or interface method can end in.</summary>
    public IReadOnlyList<MethodDefinition> Implementers(MethodReference called) =>
    [
        .. from type in _types
           where !type.IsInterface && IsA(type, called.DeclaringType.FullName)
           let body = BodyIn(type, called)
           where body is not null
           group body by body.FullName into same
           select same.First(),
    ];

    /// <summary>The type is one of the firmware's enums.</summary>
    public bool IsEnum(TypeReference type) => _types.Any(t => t.IsEnum && t.FullName == type.FullName);

    /// <summary>Where an instruction comes from; of the code that the compiler adds, where the code before it comes from.</summary>
    public (string File, int Line) Place(Instruction instruction) => _places.GetValueOrDefault(instruction, ("unknown", 0));

    private void NotePlaces(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            return;
        }

        SequencePoint? point = method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (method.DebugInformation.GetSequencePoint(instruction) is { IsHidden: false } own)
            {
                point = own;
            }

            if (point is not null)
            {
                _places[instruction] = (FileName(point.Document.Url), point.StartLine);
            }
        }
    }

    private string FileName(string path) =>
        Path.IsPathRooted(path) && path.StartsWith(_root, StringComparison.Ordinal) ? Path.GetRelativePath(_root, path).Replace('\\', '/') : path;

    private bool IsA(TypeDefinition type, string name)
    {
        for (TypeDefinition? t = type; t is not null; t = Base(t))
        {
            if (t.FullName == name || t.Interfaces.Any(i => i.InterfaceType.FullName == name))
            {
                return true;
            }
        }

        return false;
    }

    private MethodDefinition? BodyIn(TypeDefinition type, MethodReference called)
    {
        for (TypeDefinition? t = type; t is not null; t = Base(t))
        {
            MethodDefinition? body = t.Methods.FirstOrDefault(m => m.HasBody
                && (m.Overrides.Any(o => o.FullName == called.FullName) || (m.Name == called.Name && Parameters(m) == Parameters(called))));
            if (body is not null)
            {
                return body;
            }
        }

        return null;
    }

    private TypeDefinition? Base(TypeDefinition type) =>
        type.BaseType is null ? null : _types.FirstOrDefault(t => t.FullName == type.BaseType.FullName);

    private static string Parameters(MethodReference method) => string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName));
}
