using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>Finds the instruction that made an operand.</summary>
internal static class StackWalk
{
    /// <summary>The instruction whose result another one takes from the stack.</summary>
    /// <param name="flow">The method of both.</param>
    /// <param name="taker">The instruction that takes.</param>
    /// <param name="depth">Which operand: 0 is the last one, on top of the stack.</param>
    /// <returns>Null when more than one can have made it: the two sides of a <c>?:</c> for example.</returns>
    public static Instruction? Maker(FlowGraph flow, Instruction taker, int depth)
    {
        Block block = flow.BlockOf(taker);
        return Maker(flow, block, block.Code.IndexOf(taker), depth, []);
    }

    private static Instruction? Maker(FlowGraph flow, Block block, int index, int depth, HashSet<Block> seen)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            Instruction before = block.Code[i];
            int made = Pushes(before);
            if (depth < made)
            {
                return before.OpCode.Code == Code.Dup ? Maker(flow, before, 0) : before;
            }

            depth += Pops(before) - made;
        }

        Instruction?[] makers = seen.Contains(block)
            ? []
            : [.. block.Before.Select(b => Maker(flow, b, b.Code.Count, depth, [.. seen, block])).Distinct()];
        return makers.Length == 1 ? makers[0] : null;
    }

    private static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => ((IMethodSignature)instruction.Operand).ReturnType.MetadataType == MetadataType.Void ? 0 : 1,
        _ => 1,
    };

    private static int Pops(Instruction instruction) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Varpop => Taken(instruction),
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => 2,
    };

    private static int Taken(Instruction instruction) => instruction.Operand is IMethodSignature called
        ? called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0)
        : 0;
}
