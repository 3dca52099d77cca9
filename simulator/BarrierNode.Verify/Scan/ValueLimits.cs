using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>
/// What can be known of the numbers in a method: constants, members that the bounds name, locals that hold such a number, and sums of them.
/// </summary>
internal sealed class ValueLimits(MethodDefinition method, FlowGraph flow, ScanBounds bounds)
{
    /// <summary>Limits of an operand.</summary>
    /// <param name="taker">The instruction that takes it.</param>
    /// <param name="depth">Which operand, 0 for the last.</param>
    /// <returns>Null when nothing is known.</returns>
    public Limits? Operand(Instruction taker, int depth) => Operand(taker, depth, []);

    /// <summary>Limits of a local or parameter where a loop is entered.</summary>
    public Limits? AtEntry(NaturalLoop loop, object variable)
    {
        Limits? all = null;
        foreach (Block before in loop.Header.Before.Where(b => !loop.Blocks.Contains(b)))
        {
            if (Reaching(before, before.Code.Count, variable, []) is not Limits one)
            {
                return null;
            }

            all = all?.Or(one) ?? one;
        }

        // A loop at the very start of the method is entered with the first values.
        return loop.Header.Number > 0 ? all : First(variable) is Limits first ? all?.Or(first) ?? first : null;
    }

    /// <summary>True for an instruction that changes a member or a place of an array that the bounds name, or hands it to others who may.</summary>
    public bool MayChangeBound(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Stfld or Code.Ldflda => bounds.Limit(ScanBounds.NameOf((FieldReference)instruction.Operand)) is not null,
        Code.Stelem_I4 or Code.Stelem_I8 => MayHoldBound(StackWalk.Maker(flow, instruction, 2)),
        Code.Ldelema => MayHoldBound(StackWalk.Maker(flow, instruction, 1)),
        Code.Call or Code.Callvirt => Enumerable.Range(0, ((MethodReference)instruction.Operand).Parameters.Count)
            .Select(depth => StackWalk.Maker(flow, instruction, depth))
            .Any(argument => argument is not null && NameOf(argument) is string name && bounds.MayBeIn(name)),
        _ => false,
    };

    // An array of which nothing is known may be any.
    private bool MayHoldBound(Instruction? array) => bounds.MayBeIn(array is null ? null : NameOf(array));

    private Limits? Operand(Instruction taker, int depth, HashSet<Instruction> open) =>
        StackWalk.Maker(flow, taker, depth) is Instruction maker ? Of(maker, open)?.IfSane() : null;

    private Limits? Of(Instruction maker, HashSet<Instruction> open)
    {
        switch (maker.OpCode.Code)
        {
            case Code.Ldc_I4:
                return Limits.Exactly((int)maker.Operand);
            case Code.Ldc_I8:
                return Limits.Exactly((long)maker.Operand);
            case Code.Ldloc or Code.Ldarg:
                Block block = flow.BlockOf(maker);
                return Reaching(block, block.Code.IndexOf(maker), maker.Operand, open);
            case Code.Ldlen:
                // An array stands for its length.
                return Operand(maker, 0, open);
            case Code.Ldfld or Code.Call or Code.Callvirt or Code.Ldelem_I4 or Code.Ldelem_I8:
                return NameOf(maker) is string name && bounds.Limit(name) is int limit ? new(0, limit) : null;
            case Code.Conv_I4 or Code.Conv_I8:
                // Of limits that are sane and, as int, in range: an int stays what it is.
                return Operand(maker, 0, open) is Limits same && (maker.OpCode.Code == Code.Conv_I8 || Fits(same)) ? same : null;
            case Code.Add:
                return Both(maker, open, (a, b) => a + b);
            case Code.Sub:
                return Both(maker, open, (a, b) => a - b);
            case Code.And:
                return Masked(Operand(maker, 0, open), Operand(maker, 1, open));
            default:
                return null;
        }
    }

    private Limits? Both(Instruction maker, HashSet<Instruction> open, Func<Limits, Limits, Limits> join) =>
        Operand(maker, 1, open) is Limits a && Operand(maker, 0, open) is Limits b && join(a, b) is Limits both && Fits(both) ? both : null;

    // What is masked with a number that is not negative is not negative and not above it.
    private static Limits? Masked(Limits? a, Limits? b) =>
        a is { Low: >= 0 } && (b is not { Low: >= 0 } || a.Value.High <= b.Value.High) ? new(0, a.Value.High)
        : b is { Low: >= 0 } ? new(0, b.Value.High)
        : null;

    private static bool Fits(Limits limits) => limits.Low >= int.MinValue && limits.High <= int.MaxValue;

    /// <summary>What the bounds call the value that an instruction makes: a member, or a fixed place in an array. Null when it has no name.</summary>
    public string? NameOf(Instruction maker)
    {
        Instruction? Maker(int depth) => StackWalk.Maker(flow, maker, depth);
        return maker.OpCode.Code switch
        {
            Code.Ldfld => ScanBounds.NameOf((FieldReference)maker.Operand),
            Code.Call or Code.Callvirt when maker.Operand is MethodReference { Name: ['g', 'e', 't', '_', ..] } getter =>
                $"{getter.DeclaringType.FullName}::{getter.Name[4..]}",
            Code.Ldelem_I4 or Code.Ldelem_I8 when Maker(1) is Instruction array && Maker(0) is { OpCode.Code: Code.Ldc_I4 } at =>
                NameOf(array) is string name ? $"{name}[{at.Operand}]" : null,
            Code.Ldloc => OnlyStore(maker.Operand) is Instruction store && StackWalk.Maker(flow, store, 0) is Instruction alias
                ? NameOf(alias) : null,
            Code.Ldarg => ScanBounds.NameOf(method, (ParameterDefinition)maker.Operand),
            _ => null,
        };
    }

    // The one assignment to a local that has no other: the local is then a second name.
    private Instruction? OnlyStore(object variable) =>
        flow.Blocks.SelectMany(b => b.Code).Where(i => Stores(i, variable) || LendsOut(i, variable)).ToArray() is [{ OpCode.Code: Code.Stloc } only]
            ? only : null;

    // The values that a variable can have at a place: those of the last assignment on every way to it.
    private Limits? Reaching(Block block, int index, object variable, HashSet<Instruction> open)
    {
        if (method.Body.Instructions.Any(i => LendsOut(i, variable)))
        {
            return null;
        }

        Limits? all = null;
        HashSet<Block> seen = [];
        Stack<(Block Block, int Index)> ways = new([(block, index)]);
        while (ways.TryPop(out (Block Block, int Index) way))
        {
            Instruction? store = way.Block.Code.Take(way.Index).LastOrDefault(i => Stores(i, variable));
            Limits? one = null;
            if (store is not null)
            {
                // A value that depends on itself is one that a loop changes: not known.
                one = open.Contains(store) ? null : Operand(store, 0, [.. open, store]);
            }
            else if (way.Block.Number == 0)
            {
                one = First(variable);
            }

            if (store is not null || way.Block.Number == 0)
            {
                if (one is null)
                {
                    return null;
                }

                all = all?.Or(one.Value) ?? one;
            }

            if (store is null)
            {
                foreach (Block before in way.Block.Before.Where(seen.Add))
                {
                    ways.Push((before, before.Code.Count));
                }
            }
        }

        return all;
    }

    /// <summary>True for an instruction that gives a local or parameter a value.</summary>
    public static bool Stores(Instruction instruction, object variable) =>
        instruction.Operand == variable && instruction.OpCode.Code is (Code.Stloc or Code.Starg);

    /// <summary>True for an instruction that lets other code change a local or parameter.</summary>
    public static bool LendsOut(Instruction instruction, object variable) =>
        instruction.Operand == variable && instruction.OpCode.Code is (Code.Ldloca or Code.Ldarga);

    private Limits? First(object variable) => variable is ParameterDefinition parameter
        ? bounds.Limit(ScanBounds.NameOf(method, parameter)) is int limit ? new(0, limit) : null
        : Limits.Exactly(0);
}
