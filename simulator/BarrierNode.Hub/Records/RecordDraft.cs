namespace BarrierNode.Hub;

/// <summary>A flight record of which some pages have come: its first bytes without a gap.</summary>
internal sealed class RecordDraft(string file, int length)
{
    public string File => file;

    public byte[] Bytes { get; } = new byte[length];

    /// <summary>How many of the bytes have come.</summary>
    public int Next { get; private set; }

    public bool Complete => Next == Bytes.Length;

    /// <summary>Takes a page when it is the next one. One that came before, or behind a gap, changes nothing.</summary>
    public void Take(RecordPage page)
    {
        if (page.At == Next)
        {
            page.Data.CopyTo(Bytes, page.At);
            Next += page.Data.Length;
        }
    }
}
