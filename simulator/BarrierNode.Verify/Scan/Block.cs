using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>Instructions that run one after the other: entered at the first, left after the last.</summary>
internal sealed class Block
{
    /// <summary>Place in reverse post-order: a block without a loop in between comes after all that lead to it.</summary>
    public int Number { get; set; } = -1;

    public List<Instruction> Code { get; } = [];

    public List<Block> Next { get; } = [];

    public List<Block> Before { get; } = [];

    public Instruction Last => Code[^1];
}
