using System.Buffers.Binary;

namespace BarrierNode.Sim;

/// <summary>
/// A hash over 64-bit numbers in their order: equal for equal runs, on any machine. Every step can be undone, so two runs that differ in one
/// number never meet again by that number alone.
/// </summary>
public sealed class EventHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>The hash of all that was added.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Adds a number.</summary>
    public void Add(long number)
    {
        // The product carries every bit upwards, the shift carries it down again.
        ulong mixed = (Value ^ (ulong)number) * Odd;
        Value = mixed ^ (mixed >> 32);
    }

    /// <summary>Adds bytes and their number.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        for (; bytes.Length >= sizeof(long); bytes = bytes[sizeof(long)..])
        {
            Add(BinaryPrimitives.ReadInt64LittleEndian(bytes));
        }

        foreach (byte rest in bytes)
        {
            Add(rest);
        }
    }

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Add(text.Length);
        foreach (char c in text)
        {
            Add(c);
        }
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
