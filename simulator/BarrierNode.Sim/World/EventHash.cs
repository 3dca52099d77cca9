namespace BarrierNode.Sim;

/// <summary>FNV-1a over 64-bit words: equal for equal runs, on any machine.</summary>
public sealed class EventHash
{
    private const ulong Prime = 1099511628211;

    /// <summary>The hash of all that was added.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Adds a number.</summary>
    public void Add(long number)
    {
        ulong rest = (ulong)number;
        for (int i = 0; i < 8; i++)
        {
            Value = (Value ^ (rest & 0xFF)) * Prime;
            rest >>= 8;
        }
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
