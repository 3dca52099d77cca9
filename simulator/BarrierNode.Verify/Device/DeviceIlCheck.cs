using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Device;

/// <summary>Finds in compiled firmware what the chip's runtime lacks: it compiles, and breaks on the device.</summary>
public sealed class DeviceIlCheck
{
    private readonly List<Finding> _findings = [];
    private readonly IlPlaces _places;

    private DeviceIlCheck(DeclarationLines lines) => _places = new(lines);

    /// <summary>Checks an assembly.</summary>
    /// <param name="assembly">The assembly with its symbols.</param>
    /// <param name="lines">Where its declarations stand.</param>
    /// <returns>Everything that the chip cannot run, with file and line.</returns>
    public static IReadOnlyList<Finding> Run(DeviceAssembly assembly, DeclarationLines lines)
    {
        ReaderParameters parameters = new()
        {
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = new MemoryStream(assembly.Symbols),
        };
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(assembly.Image), parameters);
        DeviceIlCheck check = new(lines);
        foreach (TypeDefinition type in module.GetTypes())
        {
            check.Type(type);
        }

        return [.. check._findings.Distinct()];
    }

    private void Type(TypeDefinition type)
    {
        (string File, int Line) place = _places.Of(type);
        if (type.HasGenericParameters && type.DeclaringType is not { HasGenericParameters: true })
        {
            Add(place, ForbiddenType.Generic(type));
        }

        Signature(type.BaseType, place);
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            Signature(implemented.InterfaceType, place);
        }

        // What the compiler keeps for itself is reported where the code uses it.
        foreach (FieldDefinition field in type.Fields.Where(field => !field.Name.Contains('<')))
        {
            Signature(field.FieldType, _places.Of(field));
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Method(method);
        }

        if (type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "nanoFramework.TestFramework.TestClassAttribute"))
        {
            TestClass(type);
        }

        foreach ((MethodDefinition method, Instruction instruction, string used) in StaticInitialisers.UsesOfOthers(type))
        {
            Add(_places.Of(method, instruction), $"static initialiser of {type.Name} uses {used}, " +
                $"expected constants and {type.Name} alone: the chip runs static constructors in the order of their names");
        }
    }

    private void TestClass(TypeDefinition type)
    {
        foreach (FieldDefinition field in type.Fields.Where(field => !field.IsStatic))
        {
            string name = field.Name.TrimStart('<').Split('>')[0];
            IMemberDefinition declared = (IMemberDefinition?)type.Properties.FirstOrDefault(property => property.Name == name) ?? field;
            Add(_places.Of(declared), $"field {name} in test class {type.Name}, expected none: the chip calls tests without an instance");
        }
    }

    private void Method(MethodDefinition method)
    {
        (string File, int Line) place = _places.Of(method);
        if (method.HasGenericParameters)
        {
            Add(place, ForbiddenType.GenericMethod(method));
        }

        if (method.DeclaringType.IsInterface && !method.IsAbstract)
        {
            Add(place, $"method {method.Name} with a body in interface {method.DeclaringType.Name}, expected none: it fails on the chip");
        }

        Signature(method.ReturnType, place);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Signature(parameter.ParameterType, place);
        }

        if (method.HasBody)
        {
            Body(method, place);
        }
    }

    private void Body(MethodDefinition method, (string File, int Line) place)
    {
        foreach (VariableDefinition local in method.Body.Variables)
        {
            // A local's own line is where it is written first.
            Instruction? first = method.Body.Instructions.FirstOrDefault(instruction => LocalIndex(instruction) == local.Index);
            Signature(local.VariableType, first is null ? place : _places.Of(method, first));
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            Operand(instruction.Operand, _places.Of(method, instruction));
            if (ForbiddenCode(instruction.OpCode) is { } what)
            {
                Add(_places.Of(method, instruction), what);
            }
        }

        foreach (ExceptionHandler filter in method.Body.ExceptionHandlers.Where(h => h.HandlerType == ExceptionHandlerType.Filter))
        {
            Add(_places.Of(method, filter.FilterStart), "catch with when, expected an if in the catch: filters are not for the chip");
        }
    }

    private void Operand(object? operand, (string File, int Line) place)
    {
        switch (operand)
        {
            case TypeReference type:
                Signature(type, place);
                break;
            case FieldReference field:
                Signature(field.DeclaringType, place);
                Signature(field.FieldType, place);
                break;
            case MethodReference method:
                if (method is GenericInstanceMethod)
                {
                    Add(place, ForbiddenType.GenericMethod(method));
                }

                Signature(method.DeclaringType, place);
                Signature(method.ReturnType, place);
                foreach (ParameterDefinition parameter in method.Parameters)
                {
                    Signature(parameter.ParameterType, place);
                }

                break;
        }
    }

    private void Signature(TypeReference? type, (string File, int Line) place)
    {
        if (ForbiddenType.In(type) is { } what)
        {
            Add(place, what);
        }
    }

    private static string? ForbiddenCode(OpCode code) => code.Code switch
    {
        Code.Localloc => "stackalloc, expected an array: it fails on the chip",
        Code.Calli => "call through a function pointer, expected a delegate: it fails on the chip",
        _ when code.Name.Contains(".ovf", StringComparison.Ordinal) =>
            $"checked arithmetic ({code.Name}), expected a comparison before it: checked never throws on the chip",
        _ => null,
    };

    private static int LocalIndex(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Stloc_0 => 0,
        Code.Stloc_1 => 1,
        Code.Stloc_2 => 2,
        Code.Stloc_3 => 3,
        Code.Stloc_S or Code.Stloc or Code.Ldloca or Code.Ldloca_S => ((VariableDefinition)instruction.Operand).Index,
        _ => -1,
    };

    private void Add((string File, int Line) place, string what) => _findings.Add(new(place.File, place.Line, what));
}
