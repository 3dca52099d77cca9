namespace BarrierNode.Control.Tests;

/// <summary>Flash in memory. A power cut may be set after a number of written bytes: what was written by then stays, the rest never was.</summary>
internal sealed class MemoryStore : JournalStore
{
    public Dictionary<string, byte[]> Files { get; } = [];

    public int BytesUntilPowerCut { get; set; } = int.MaxValue;

    public override byte[]? Read(string name) => Files.TryGetValue(name, out byte[]? bytes) ? (byte[])bytes.Clone() : null;

    public override void Write(string name, byte[] bytes, int count)
    {
        Files[name] = [];
        Append(name, bytes, 0, count);
    }

    public override void Append(string name, byte[] bytes, int start, int count)
    {
        int written = Math.Min(count, BytesUntilPowerCut);
        Files[name] = [.. Files.GetValueOrDefault(name, []), .. bytes.AsSpan(start, written)];
        BytesUntilPowerCut -= written;
        if (written < count)
        {
            throw new PowerCutException();
        }
    }

    public override void Delete(string name) => Files.Remove(name);
}

internal sealed class PowerCutException : Exception;
