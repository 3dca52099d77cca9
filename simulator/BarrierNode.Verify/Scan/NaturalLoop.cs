namespace BarrierNode.Verify.Scan;

/// <summary>A loop: the header through which alone it is entered, and all that leads back to it.</summary>
internal sealed class NaturalLoop
{
    public NaturalLoop(Block header, IReadOnlyList<Block> latches)
    {
        Header = header;
        Latches = latches;
        Blocks.Add(header);
        Stack<Block> open = new(latches);
        while (open.TryPop(out Block? block))
        {
            if (Blocks.Add(block))
            {
                block.Before.ForEach(open.Push);
            }
        }
    }

    public Block Header { get; }

    /// <summary>The blocks that jump back to the header.</summary>
    public IReadOnlyList<Block> Latches { get; }

    public HashSet<Block> Blocks { get; } = [];
}
