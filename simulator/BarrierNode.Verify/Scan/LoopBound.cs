using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>
/// Proves how often a loop can run. The loop must have a test that every round passes, and what it tests must come nearer to its end in
/// every round: a counter that one instruction changes by a constant, or a number whose bits are shifted or cleared away.
/// </summary>
/// <param name="Rounds">How often the test can let the loop go on.</param>
/// <param name="Test">The block with the test.</param>
internal sealed record LoopBound(long Rounds, Block Test)
{
    /// <summary>The best bound of a loop, or null when none can be proven.</summary>
    public static LoopBound? Of(NaturalLoop loop, FlowGraph flow, MethodDefinition method, ValueLimits values)
    {
        NaturalLoop[] inner = [.. flow.Loops.Where(l => l != loop && loop.Blocks.Contains(l.Header))];
        LoopBound? best = null;
        foreach (Block test in loop.Blocks.Where(InEveryRound))
        {
            if (test.Next.Count == 2 && test.Next.Count(loop.Blocks.Contains) == 1 && Rounds(test) is long rounds
                && (best is null || rounds < best.Rounds))
            {
                best = new(rounds, test);
            }
        }

        return best;

        bool InEveryRound(Block block) => loop.Blocks.Contains(block)
            && loop.Latches.All(l => flow.Dominates(block, l)) && !inner.Any(l => l.Blocks.Contains(block));

        long? Rounds(Block test)
        {
            if (test.Last.Operand is not Instruction target
                || Comparison.Of(test.Last, loop.Blocks.Contains(flow.BlockOf(target))) is not Comparison going)
            {
                return null;
            }

            return going.Word == Compare.NotZero ? BitRounds(test)
                : CounterRounds(test, 1, going.Word, 0) ?? CounterRounds(test, 0, going.Turned, 1);
        }

        // The counter is the operand at one depth, its end the one at the other.
        long? CounterRounds(Block test, int counterDepth, Compare word, int endDepth)
        {
            if (Variable(test, counterDepth) is not object counter || OnlyChange(counter) is not Instruction change
                || Step(change, counter) is not long step || values.AtEntry(loop, counter) is not Limits start
                || values.Operand(test.Last, endDepth) is not Limits end || end.High + Math.Abs(step) > int.MaxValue
                || end.Low - Math.Abs(step) < int.MinValue)
            {
                // Nothing is known, or the counter could wrap before it comes to its end.
                return null;
            }

            return word switch
            {
                Compare.Less when step > 0 => Steps(end.High - start.Low, step),
                Compare.LessOrEqual when step > 0 => Steps(end.High - start.Low + 1, step),
                Compare.Greater when step < 0 => Steps(start.High - end.Low, -step),
                Compare.GreaterOrEqual when step < 0 => Steps(start.High - end.Low + 1, -step),
                _ => null,
            };
        }

        long? BitRounds(Block test)
        {
            if (Variable(test, 0) is not object word || OnlyChange(word) is not Instruction change)
            {
                return null;
            }

            int width = TypeOf(word).MetadataType is MetadataType.Int64 or MetadataType.UInt64 ? 64 : 32;
            return BitsAway.From(flow, change, word, width, values.AtEntry(loop, word));
        }

        object? Variable(Block test, int depth)
        {
            Instruction? maker = StackWalk.Maker(flow, test.Last, depth);
            while (maker?.OpCode.Code == Code.Conv_I8)
            {
                maker = StackWalk.Maker(flow, maker, 0);
            }

            return maker is { OpCode.Code: Code.Ldloc or Code.Ldarg } && InEveryRound(flow.BlockOf(maker)) ? maker.Operand : null;
        }

        Instruction? OnlyChange(object variable)
        {
            Instruction[] changes = [.. loop.Blocks.SelectMany(b => b.Code).Where(i => ValueLimits.Stores(i, variable))];
            bool lentOut = method.Body.Instructions.Any(i => ValueLimits.LendsOut(i, variable));
            return changes.Length == 1 && !lentOut && InEveryRound(flow.BlockOf(changes[0])) ? changes[0] : null;
        }

        long? Step(Instruction change, object counter)
        {
            Instruction? sum = StackWalk.Maker(flow, change, 0);
            if (sum?.OpCode.Code is not (Code.Add or Code.Sub) || StackWalk.Maker(flow, sum, 1) is not { OpCode.Code: Code.Ldloc or Code.Ldarg } from
                || from.Operand != counter || values.Operand(sum, 0) is not Limits by || by.Low != by.High)
            {
                return null;
            }

            return sum.OpCode.Code == Code.Add ? by.Low : -by.Low;
        }
    }

    private static long Steps(long way, long step) => Math.Max(0, (way + step - 1) / step);

    private static TypeReference TypeOf(object variable) =>
        variable is VariableDefinition local ? local.VariableType : ((ParameterDefinition)variable).ParameterType;
}
