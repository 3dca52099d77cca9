using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>The words of a test, its first operand before the word.</summary>
internal enum Compare
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    NotZero,
}

/// <summary>What holds when a test lets its loop go on.</summary>
internal readonly record struct Comparison(Compare Word)
{
    /// <summary>The same test with its operands exchanged.</summary>
    public Compare Turned => Word switch
    {
        Compare.Less => Compare.Greater,
        Compare.LessOrEqual => Compare.GreaterOrEqual,
        Compare.Greater => Compare.Less,
        Compare.GreaterOrEqual => Compare.LessOrEqual,
        _ => Word,
    };

    /// <summary>Reads the jump at the end of a test.</summary>
    /// <param name="jump">The jump.</param>
    /// <param name="goesOnByJump">The loop goes on when it jumps, and else ends; or the other way round.</param>
    /// <returns>Null for a test that bounds nothing.</returns>
    public static Comparison? Of(Instruction jump, bool goesOnByJump) => (jump.OpCode.Code, goesOnByJump) switch
    {
        (Code.Blt, true) or (Code.Bge, false) => new(Compare.Less),
        (Code.Ble, true) or (Code.Bgt, false) => new(Compare.LessOrEqual),
        (Code.Bgt, true) or (Code.Ble, false) => new(Compare.Greater),
        (Code.Bge, true) or (Code.Blt, false) => new(Compare.GreaterOrEqual),
        (Code.Brtrue, true) or (Code.Brfalse, false) => new(Compare.NotZero),
        _ => null,
    };
}
