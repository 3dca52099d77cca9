using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>All assemblies while they are made, and the types in them by id.</summary>
internal sealed class SurfaceAssemblies : IAssemblyResolver
{
    private readonly SortedDictionary<string, SurfaceModule> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SurfaceModule Module, TypeDefinition Definition, bool IsValueType)> _types = [];

    /// <summary>The assemblies in the order of their names.</summary>
    public IEnumerable<SurfaceModule> All => _modules.Values;

    /// <summary>Starts the assembly of a file.</summary>
    public void Add(SurfaceFile file) => _modules.Add(file.Assembly, new(file, this));

    /// <summary>Makes a declared type known.</summary>
    public void Declare(SurfaceLine line, SurfaceModule module, TypeDefinition type)
    {
        if (!_types.TryAdd(line.Id.Full, (module, type, line.Type is "struct" or "enum")))
        {
            throw line.Fault($"type {line.Id.Full} again, expected every type once in all files");
        }
    }

    /// <summary>The definition of a type, whatever assembly it is in.</summary>
    public TypeDefinition Definition(string id, SurfaceLine line) => Find(id, line).Definition;

    /// <summary>A type as a signature in an assembly names it.</summary>
    /// <param name="id">Its id, with <c>[]</c> and <c>@</c> behind, or a parameter of the owner.</param>
    /// <param name="module">Assembly with the signature.</param>
    /// <param name="owner">Type with the signature.</param>
    /// <param name="line">Where it stands.</param>
    public TypeReference Signature(string id, SurfaceModule module, TypeDefinition owner, SurfaceLine line)
    {
        if (id.EndsWith('@'))
        {
            return new ByReferenceType(Signature(id[..^1], module, owner, line));
        }

        if (id.EndsWith("[]", StringComparison.Ordinal))
        {
            return new ArrayType(Signature(id[..^2], module, owner, line));
        }

        if (id is ['`', .. string digits] && int.TryParse(digits, out int index) && index < owner.GenericParameters.Count)
        {
            return owner.GenericParameters[index];
        }

        return Primitive(id, module.Module.TypeSystem) ?? Named(id, module, line);
    }

    /// <summary>A type as a base, an interface or the owner of a member names it: primitive types too by their names.</summary>
    public TypeReference Named(string id, SurfaceModule module, SurfaceLine line)
    {
        (SurfaceModule home, TypeDefinition definition, bool isValueType) = Find(id, line);
        if (home == module)
        {
            return definition;
        }

        AssemblyNameReference scope = module.Module.AssemblyReferences.FirstOrDefault(name => name.Name == home.File.Assembly)
            ?? throw line.Fault($"type {id} is in {home.File.Assembly}, expected a line R:{home.File.Assembly}");
        return definition.DeclaringType is null
            ? new(definition.Namespace, definition.Name, module.Module, scope, isValueType)
            : new("", definition.Name, module.Module, scope, isValueType)
            {
                DeclaringType = Named(definition.DeclaringType.FullName.Replace('/', '.'), module, line),
            };
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        _modules.TryGetValue(name.Name, out SurfaceModule? module) ? module.Assembly : throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (SurfaceModule module in All)
        {
            module.Dispose();
        }
    }

    private (SurfaceModule Module, TypeDefinition Definition, bool IsValueType) Find(string id, SurfaceLine line) =>
        _types.TryGetValue(id, out var found) ? found : throw line.Fault($"type {id}, expected one that a line T: defines");

    private static TypeReference? Primitive(string id, TypeSystem types) => id switch
    {
        "System.Void" => types.Void,
        "System.Boolean" => types.Boolean,
        "System.Char" => types.Char,
        "System.SByte" => types.SByte,
        "System.Byte" => types.Byte,
        "System.Int16" => types.Int16,
        "System.UInt16" => types.UInt16,
        "System.Int32" => types.Int32,
        "System.UInt32" => types.UInt32,
        "System.Int64" => types.Int64,
        "System.UInt64" => types.UInt64,
        "System.Single" => types.Single,
        "System.Double" => types.Double,
        "System.IntPtr" => types.IntPtr,
        "System.UIntPtr" => types.UIntPtr,
        "System.String" => types.String,
        "System.Object" => types.Object,
        _ => null,
    };
}
