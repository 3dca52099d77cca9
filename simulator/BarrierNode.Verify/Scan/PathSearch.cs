namespace BarrierNode.Verify.Scan;

/// <summary>
/// Finds the longest way through a method: the longest one through a flow without loops, where each loop, inner ones first, counts as a single step
/// that costs its bound times its longest round and then the way out.
/// </summary>
internal sealed class PathSearch(FlowGraph flow, IReadOnlyDictionary<NaturalLoop, LoopBound?> bounds, Func<Block, long> cost)
{
    private readonly WorstPath _empty = new(0, new long[flow.Blocks.Count]);

    /// <summary>The longest way from the first instruction to an end. Loops without a bound count one round.</summary>
    public WorstPath Longest() =>
        WaysOut(flow.Blocks[0], new HashSet<Block>(flow.Blocks), null).Values.MaxBy(p => p.Cost) ?? _empty;

    // The longest way by each exit of a part: the block before it and the one after it, which is null at the end of the method.
    private Dictionary<(Block From, Block? To), WorstPath> WaysOut(Block entry, HashSet<Block> part, NaturalLoop? self)
    {
        Dictionary<Block, WorstPath> reached = new() { [entry] = _empty };
        Dictionary<(Block From, Block? To), WorstPath> exits = [];
        foreach (Block block in part.OrderBy(b => b.Number))
        {
            if (!reached.TryGetValue(block, out WorstPath? path))
            {
                continue;
            }

            if (flow.Loops.FirstOrDefault(l => l.Header == block && l != self && part.IsSupersetOf(l.Blocks)) is NaturalLoop inner)
            {
                foreach (((Block From, Block? To) exit, WorstPath through) in Through(inner))
                {
                    Reach(exit.From, exit.To, path.Then(through));
                }

                continue;
            }

            WorstPath after = path.Then(Single(block));
            if (block.Next.Count == 0)
            {
                Reach(block, null, after);
            }

            block.Next.ForEach(next => Reach(block, next, after));
        }

        return exits;

        void Reach(Block from, Block? to, WorstPath path)
        {
            if (to is not null && to != entry && part.Contains(to))
            {
                reached[to] = reached.TryGetValue(to, out WorstPath? known) && known.Cost >= path.Cost ? known : path;
            }
            else
            {
                exits[(from, to)] = exits.TryGetValue((from, to), out WorstPath? known) && known.Cost >= path.Cost ? known : path;
            }
        }
    }

    private Dictionary<(Block From, Block? To), WorstPath> Through(NaturalLoop loop)
    {
        LoopBound? bound = bounds[loop];
        Dictionary<(Block From, Block? To), WorstPath> ways = WaysOut(loop.Header, loop.Blocks, loop);
        WorstPath round = ways.Where(w => w.Key.To == loop.Header).Select(w => w.Value).MaxBy(p => p.Cost) ?? _empty;
        return ways.Where(w => w.Key.To != loop.Header)
            .ToDictionary(w => w.Key, w => round.Times(RoundsBefore(w.Key.From)).Then(w.Value));

        // Who leaves after the test has let this round go on, has one whole round less behind.
        long RoundsBefore(Block exit) => bound is null ? 1
            : exit != bound.Test && flow.Dominates(bound.Test, exit) ? Math.Max(0, bound.Rounds - 1)
            : bound.Rounds;
    }

    private WorstPath Single(Block block)
    {
        long[] visits = new long[flow.Blocks.Count];
        visits[block.Number] = 1;
        return new(cost(block), visits);
    }
}
