using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>What no instruction of the scan may do. It is a list of what is allowed, so an instruction that nobody thought of is refused.</summary>
internal static class ScanRules
{
    private static readonly Dictionary<Code, string> Refused = new()
    {
        [Code.Newobj] = "a new object",
        [Code.Newarr] = "a new array",
        [Code.Box] = "boxing",
        [Code.Ldstr] = "a string",
        [Code.Ldftn] = "a delegate",
        [Code.Ldvirtftn] = "a delegate",
        [Code.Throw] = "an exception thrown",
        [Code.Rethrow] = "an exception thrown",
        [Code.Stsfld] = "a static field that changes",
        [Code.Ldsflda] = "a static field that can change",
    };

    private static readonly HashSet<Code> Allowed =
    [
        Code.Nop, Code.Dup, Code.Pop, Code.Ret, Code.Call, Code.Callvirt,
        Code.Ldarg, Code.Starg, Code.Ldarga, Code.Ldloc, Code.Stloc, Code.Ldloca,
        Code.Ldfld, Code.Stfld, Code.Ldflda, Code.Ldsfld,
        Code.Ldc_I4, Code.Ldc_I8, Code.Ldnull, Code.Ldlen, Code.Castclass, Code.Isinst,
        Code.Ldelem_I, Code.Ldelem_I1, Code.Ldelem_I2, Code.Ldelem_I4, Code.Ldelem_I8, Code.Ldelem_U1, Code.Ldelem_U2, Code.Ldelem_U4,
        Code.Ldelem_Ref, Code.Ldelema, Code.Stelem_I, Code.Stelem_I1, Code.Stelem_I2, Code.Stelem_I4, Code.Stelem_I8, Code.Stelem_Ref,
        Code.Ldind_I1, Code.Ldind_I2, Code.Ldind_I4, Code.Ldind_I8, Code.Ldind_U1, Code.Ldind_U2, Code.Ldind_U4, Code.Ldind_Ref,
        Code.Stind_I1, Code.Stind_I2, Code.Stind_I4, Code.Stind_I8, Code.Stind_Ref,
        Code.Add, Code.Sub, Code.Mul, Code.Div, Code.Div_Un, Code.Rem, Code.Rem_Un, Code.Neg, Code.Not,
        Code.And, Code.Or, Code.Xor, Code.Shl, Code.Shr, Code.Shr_Un,
        Code.Conv_I1, Code.Conv_I2, Code.Conv_I4, Code.Conv_I8, Code.Conv_U1, Code.Conv_U2, Code.Conv_U4, Code.Conv_U8,
        Code.Ceq, Code.Cgt, Code.Cgt_Un, Code.Clt, Code.Clt_Un, Code.Switch, Code.Br, Code.Brtrue, Code.Brfalse,
        Code.Beq, Code.Bne_Un, Code.Bge, Code.Bge_Un, Code.Bgt, Code.Bgt_Un, Code.Ble, Code.Ble_Un, Code.Blt, Code.Blt_Un,

        // These stand only where a handler does, and that is reported by itself.
        Code.Leave, Code.Endfinally, Code.Endfilter,
    ];

    /// <summary>What an instruction does that it must not, or null.</summary>
    public static string? Fault(Instruction instruction) =>
        Refused.GetValueOrDefault(instruction.OpCode.Code)
        ?? (Allowed.Contains(instruction.OpCode.Code) ? null : $"the unlisted instruction {instruction.OpCode.Name}");

    /// <summary>What a method has that it must not, each with the instruction where to look.</summary>
    /// <param name="method">The method.</param>
    /// <param name="code">The firmware, to tell its enums from structs.</param>
    public static IEnumerable<(Instruction At, string What)> Faults(MethodDefinition method, FirmwareCode code)
    {
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            yield return (handler.TryStart, "a try block");
        }

        foreach (VariableDefinition local in method.Body.Variables.Where(v => IsStruct(v.VariableType, code)))
        {
            Instruction use = method.Body.Instructions.FirstOrDefault(i => i.Operand == local) ?? method.Body.Instructions[0];
            yield return (use, $"a local of the struct {local.VariableType.FullName}");
        }

        foreach (TypeReference type in method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).Where(t => IsStruct(t, code)))
        {
            yield return (method.Body.Instructions[0], $"the struct {type.FullName} by value");
        }
    }

    // Numbers and enums are plain words; so is a reference to one.
    private static bool IsStruct(TypeReference type, FirmwareCode code) => type.IsValueType && !type.IsPrimitive && !code.IsEnum(type)
        && type.MetadataType != MetadataType.Void;
}
