using System.Numerics;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>Loops that go on while a word has a bit set, and take bits away in every round.</summary>
internal static class BitsAway
{
    /// <summary>How many rounds it takes until no bit is left.</summary>
    /// <param name="flow">The method.</param>
    /// <param name="change">The only assignment to the word in the loop.</param>
    /// <param name="word">The local or parameter.</param>
    /// <param name="width">Its bits.</param>
    /// <param name="start">What is known of it before the loop.</param>
    /// <returns>Null when it may never come to 0: a negative number that is shifted right stays negative.</returns>
    public static long? From(FlowGraph flow, Instruction change, object word, int width, Limits? start)
    {
        Instruction? made = StackWalk.Maker(flow, change, 0);
        if (made?.OpCode.Code == Code.And && Operand(made, 0) is Instruction last && Operand(made, 1) is Instruction first)
        {
            // x & (x - 1) clears the lowest bit.
            if (IsWord(first) && last.OpCode.Code == Code.Sub && IsWord(Operand(last, 1)) && IsOne(Operand(last, 0)))
            {
                return width;
            }

            // (x >> 1) & mask without the sign is a logical shift.
            bool noSign = last.Operand is int and >= 0 or long and >= 0;
            return noSign && first.OpCode.Code == Code.Shr && ShiftsWord(first) ? width : null;
        }

        return made?.OpCode.Code switch
        {
            Code.Shr_Un when ShiftsWord(made) => width,
            Code.Shr when ShiftsWord(made) && start is { Low: >= 0 } => 64 - BitOperations.LeadingZeroCount((ulong)start.Value.High),
            _ => null,
        };

        Instruction? Operand(Instruction taker, int depth) => StackWalk.Maker(flow, taker, depth);

        bool IsWord(Instruction? maker) => maker?.OpCode.Code is Code.Ldloc or Code.Ldarg && maker.Operand == word;

        bool ShiftsWord(Instruction shift) => IsWord(Operand(shift, 1)) && IsOne(Operand(shift, 0));

        // For long words the compiler widens the constant.
        bool IsOne(Instruction? maker) => maker?.OpCode.Code == Code.Conv_I8 ? IsOne(Operand(maker, 0)) : maker?.Operand is 1 or 1L;
    }
}
