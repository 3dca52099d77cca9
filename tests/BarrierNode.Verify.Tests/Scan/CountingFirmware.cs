using System.Reflection;
using System.Runtime.Loader;
using BarrierNode.Verify.Device;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>
/// The very assemblies that the check reads, changed so that they count: before every instruction one is added to a counter. They run beside
/// the ordinary ones, so their objects are made and called by reflection.
/// </summary>
internal sealed class CountingFirmware : AssemblyLoadContext
{
    private const string CounterClass = "InstructionCounter";

    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);
    private readonly FieldInfo _count;

    public CountingFirmware(IReadOnlyList<DeviceAssembly> assemblies)
    {
        FieldDefinition? counter = null;
        foreach (DeviceAssembly assembly in assemblies)
        {
            using AssemblyDefinition changed = AssemblyDefinition.ReadAssembly(new MemoryStream(assembly.Image));
            MethodDefinition[] methods = [.. changed.MainModule.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasBody)];
            counter ??= AddCounter(changed.MainModule);
            FieldReference here = changed.MainModule.ImportReference(counter);
            foreach (MethodDefinition method in methods)
            {
                CountIn(method.Body, here);
            }

            MemoryStream image = new();
            changed.Write(image);
            image.Position = 0;
            _loaded[assembly.Name] = LoadFromStream(image);
        }

        _count = Type(assemblies[0].Name, CounterClass).GetField("Count")!;
    }

    /// <summary>Instructions since the last time that this was set.</summary>
    public long Count
    {
        get => (long)_count.GetValue(null)!;
        set => _count.SetValue(null, value);
    }

    /// <summary>A type of the counting firmware.</summary>
    public Type Type(string assembly, string name) => _loaded[assembly].GetType(name, throwOnError: true)!;

    /// <summary>Makes an object of the counting firmware.</summary>
    /// <param name="type">The ordinary type of the same name.</param>
    /// <param name="arguments">Ordinary objects; firmware objects among them are copied over.</param>
    public object New(Type type, params object[] arguments) =>
        Activator.CreateInstance(TypeOf(type), [.. arguments.Select(a => Copy(a)!)])!;

    /// <summary>The counting twin of an ordinary object of the firmware: a table. The same object always has the same twin.</summary>
    public object? Copy(object? original)
    {
        if (original is null or string || !IsFirmware(original.GetType()))
        {
            return original;
        }

        if (original.GetType().IsEnum)
        {
            return Enum.ToObject(TypeOf(original.GetType()), original);
        }

        if (_copies.TryGetValue(original, out object? known))
        {
            return known;
        }

        if (original is Array array)
        {
            var items = Array.CreateInstance(TypeOf(array.GetType().GetElementType()!), array.Length);
            _copies[original] = items;
            for (int i = 0; i < array.Length; i++)
            {
                items.SetValue(Copy(array.GetValue(i)), i);
            }

            return items;
        }

        Type type = TypeOf(original.GetType());
        object twin = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        _copies[original] = twin;
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (FieldInfo field in original.GetType().GetFields(Fields))
        {
            type.GetField(field.Name, Fields)!.SetValue(twin, Copy(field.GetValue(original)));
        }

        return twin;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _loaded.GetValueOrDefault(assemblyName.Name!);

    private static bool IsFirmware(Type type) => type.HasElementType
        ? IsFirmware(type.GetElementType()!)
        : type.Assembly.GetName().Name is "BarrierNode.Interlock" or "BarrierNode.Control";

    private Type TypeOf(Type type) => IsFirmware(type) ? Type(type.Assembly.GetName().Name!, type.FullName!) : type;

    private static FieldDefinition AddCounter(ModuleDefinition module)
    {
        TypeDefinition type = new(
            "", CounterClass, Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Abstract | Mono.Cecil.TypeAttributes.Sealed,
            module.TypeSystem.Object);
        FieldDefinition field = new(
            "Count", Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static, module.TypeSystem.Int64);
        type.Fields.Add(field);
        module.Types.Add(type);
        return field;
    }

    private static void CountIn(Mono.Cecil.Cil.MethodBody body, FieldReference counter)
    {
        body.SimplifyMacros();
        Instruction[] code = [.. body.Instructions];
        ILProcessor il = body.GetILProcessor();
        Dictionary<Instruction, Instruction> starts = [];
        foreach (Instruction instruction in code)
        {
            Instruction start = il.Create(OpCodes.Ldsfld, counter);
            il.InsertBefore(instruction, start);
            il.InsertBefore(instruction, il.Create(OpCodes.Ldc_I8, 1L));
            il.InsertBefore(instruction, il.Create(OpCodes.Add));
            il.InsertBefore(instruction, il.Create(OpCodes.Stsfld, counter));
            starts[instruction] = start;
        }

        // Whoever jumped to an instruction now jumps to the counting before it.
        foreach (Instruction instruction in code)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => starts[target],
                Instruction[] targets => targets.Select(t => starts[t]).ToArray(),
                _ => instruction.Operand,
            };
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = starts[handler.TryStart];
            handler.TryEnd = starts[handler.TryEnd];
            handler.HandlerStart = starts[handler.HandlerStart];
            handler.HandlerEnd = handler.HandlerEnd is null ? null : starts[handler.HandlerEnd];
        }

        body.MaxStackSize += 2;
    }
}
