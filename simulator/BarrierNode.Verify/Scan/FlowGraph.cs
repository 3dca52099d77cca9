using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>How a method flows: its blocks, which of them dominate which, and its loops.</summary>
internal sealed class FlowGraph
{
    private readonly Block?[] _dominator;
    private readonly Dictionary<Instruction, Block> _blockOf = [];

    public FlowGraph(MethodBody body)
    {
        Block entry = Cut(body);
        Blocks = InOrder(entry);
        foreach (Block block in Blocks)
        {
            block.Before.RemoveAll(b => b.Number < 0);
        }

        _dominator = Dominators();
        Loops = FindLoops();
    }

    /// <summary>The blocks that can be reached, in reverse post-order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The loops, inner ones before those around them.</summary>
    public IReadOnlyList<NaturalLoop> Loops { get; }

    /// <summary>Blocks that jump back into the middle of a loop: the flow is then no nest of loops.</summary>
    public IEnumerable<Block> Tangles => Blocks.Where(b => b.Next.Any(n => n.Number <= b.Number && !Dominates(n, b)));

    /// <summary>The block of an instruction.</summary>
    public Block BlockOf(Instruction instruction) => _blockOf[instruction];

    /// <summary>Every way to <paramref name="to"/> leads through <paramref name="by"/>.</summary>
    public bool Dominates(Block by, Block to)
    {
        Block? at = to;
        while (at is not null && at.Number > by.Number)
        {
            at = _dominator[at.Number];
        }

        return at == by;
    }

    private Block Cut(MethodBody body)
    {
        HashSet<Instruction> firsts = [body.Instructions[0]];
        foreach (Instruction instruction in body.Instructions)
        {
            firsts.UnionWith(Targets(instruction));
            if (Ends(instruction) && instruction.Next is not null)
            {
                firsts.Add(instruction.Next);
            }
        }

        Block block = new();
        foreach (Instruction instruction in body.Instructions)
        {
            if (firsts.Contains(instruction))
            {
                block = new();
            }

            block.Code.Add(instruction);
            _blockOf[instruction] = block;
        }

        foreach (Block b in _blockOf.Values.Distinct())
        {
            IEnumerable<Instruction> next = Targets(b.Last);
            if (FallsThrough(b.Last) && b.Last.Next is not null)
            {
                next = next.Prepend(b.Last.Next);
            }

            foreach (Block n in next.Select(i => _blockOf[i]).Distinct())
            {
                b.Next.Add(n);
                n.Before.Add(b);
            }
        }

        return _blockOf[body.Instructions[0]];
    }

    private static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    private static bool Ends(Instruction instruction) =>
        instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;

    private static bool FallsThrough(Instruction instruction) =>
        instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);

    private static List<Block> InOrder(Block entry)
    {
        List<Block> order = [];
        HashSet<Block> seen = [];
        Visit(entry);
        order.Reverse();
        for (int i = 0; i < order.Count; i++)
        {
            order[i].Number = i;
        }

        return order;

        void Visit(Block block)
        {
            if (seen.Add(block))
            {
                block.Next.ForEach(Visit);
                order.Add(block);
            }
        }
    }

    // Cooper, Harvey, Kennedy: the nearest common dominator of all that lead to a block, until nothing changes.
    private Block?[] Dominators()
    {
        var dominator = new Block?[Blocks.Count];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (Block block in Blocks.Skip(1))
            {
                Block? common = null;
                foreach (Block before in block.Before.Where(b => b.Number == 0 || dominator[b.Number] is not null))
                {
                    common = common is null ? before : Common(common, before);
                }

                changed |= dominator[block.Number] != common;
                dominator[block.Number] = common;
            }
        }

        return dominator;

        Block Common(Block a, Block b)
        {
            while (a != b)
            {
                (a, b) = a.Number > b.Number ? (dominator[a.Number]!, b) : (a, dominator[b.Number]!);
            }

            return a;
        }
    }

    private List<NaturalLoop> FindLoops()
    {
        List<NaturalLoop> loops = [];
        foreach (Block header in Blocks)
        {
            Block[] latches = [.. header.Before.Where(b => b.Number >= header.Number && Dominates(header, b))];
            if (latches.Length > 0)
            {
                loops.Add(new(header, latches));
            }
        }

        return [.. loops.OrderBy(l => l.Blocks.Count)];
    }
}
