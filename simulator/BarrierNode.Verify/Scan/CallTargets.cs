using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>Where a call of the scan can lead.</summary>
/// <param name="Bodies">The firmware's methods that may run.</param>
/// <param name="Fault">What is wrong with the call, or null.</param>
internal sealed record CallTargets(IReadOnlyList<MethodDefinition> Bodies, string? Fault)
{
    // The interlock is small enough to know each of its calls by name.
    private const string OnlyDirect = "BarrierNode.Interlock";

    /// <summary>Follows a call.</summary>
    /// <param name="caller">The method that calls.</param>
    /// <param name="call">The instruction.</param>
    /// <param name="code">The firmware.</param>
    public static CallTargets Of(MethodDefinition caller, Instruction call, FirmwareCode code)
    {
        var called = (MethodReference)call.Operand;
        MethodDefinition? method = code.Resolve(called);
        if (method is null)
        {
            bool allowed = AllowedCalls.Reasons.ContainsKey(called.FullName);
            return new([], allowed ? null : $"a call to {called.DeclaringType.FullName}.{called.Name} outside the firmware");
        }

        bool isVirtual = call.OpCode.Code == Code.Callvirt && method is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false };
        if (!isVirtual)
        {
            return method.HasBody ? new([method], null) : new([], $"a call to {method.Name} without a body");
        }

        IReadOnlyList<MethodDefinition> bodies = code.Implementers(method);
        return FirmwareCode.AssemblyOf(caller) == OnlyDirect ? new(bodies, $"the virtual call {method.DeclaringType.Name}.{method.Name}")
            : bodies.Count == 0 ? new([], $"the virtual call {method.DeclaringType.Name}.{method.Name} without an implementer")
            : new(bodies, null);
    }
}
