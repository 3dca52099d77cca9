using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>The files in a node's flash. They survive everything but <see cref="Erase"/>, each byte that was written.</summary>
public sealed class SimFlash : JournalStore
{
    /// <summary>Room for files on the chip, in bytes.</summary>
    public const int CapacityBytes = 262_144;

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>A write stops the whole chip so long, in microseconds.</summary>
    public long WriteUs { get; set; } = 20_000;

    /// <summary>Every write fails: worn out, or no contact.</summary>
    public bool Broken { get; set; }

    /// <summary>There is no room left: what makes a file longer fails.</summary>
    public bool Full { get; set; }

    /// <summary>The power goes in the middle of a write, after so many more bytes; null for never.</summary>
    public int? CutAfterBytes { get; set; }

    /// <summary>Names of the files, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>How many writes there were.</summary>
    public long Writes { get; private set; }

    /// <summary>The chip stands for a write of so many microseconds.</summary>
    internal Action<long>? Stalls { get; set; }

    /// <inheritdoc/>
    public override byte[]? Read(string name) => _files.TryGetValue(name, out byte[]? bytes) ? [.. bytes] : null;

    /// <inheritdoc/>
    public override void Write(string name, byte[] bytes, int count)
    {
        BeginWrite(name, count - LengthOf(name));
        _files[name] = [];
        Add(name, bytes.AsSpan(0, count));
    }

    /// <inheritdoc/>
    public override void Append(string name, byte[] bytes, int start, int count)
    {
        BeginWrite(name, count);
        Add(name, bytes.AsSpan(start, count));
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        if (_files.ContainsKey(name))
        {
            BeginWrite(name, 0);
            _files.Remove(name);
        }
    }

    /// <summary>Puts a file there, as commissioning does.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    public void Put(string name, byte[] bytes) => _files[name] = [.. bytes];

    /// <summary>One bit of a file turns over.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bit">Which bit, from 0; taken modulo their number.</param>
    /// <returns>False when there is no such file, or nothing in it.</returns>
    public bool Rot(string name, int bit)
    {
        if (LengthOf(name) == 0)
        {
            return false;
        }

        byte[] bytes = _files[name];
        int place = (int)((uint)bit % (uint)(bytes.Length * 8));
        bytes[place / 8] ^= (byte)(1 << (place % 8));
        return true;
    }

    /// <summary>Another flash was put in: the files that the node wrote itself are gone.</summary>
    public void Erase()
    {
        foreach (string name in _files.Keys.Where(n => n is not (Commissioning.NodeFile or Commissioning.SiteFile)).ToArray())
        {
            _files.Remove(name);
        }
    }

    private int LengthOf(string name) => _files.TryGetValue(name, out byte[]? bytes) ? bytes.Length : 0;

    private void BeginWrite(string name, int more)
    {
        Writes++;
        Stalls?.Invoke(WriteUs);
        if (Broken)
        {
            throw new FlashException($"{name} cannot be written");
        }

        if (more > 0 && (Full || _files.Values.Sum(f => f.Length) + more > CapacityBytes))
        {
            throw new FlashException($"no room for {name}");
        }
    }

    private void Add(string name, ReadOnlySpan<byte> bytes)
    {
        int written = Math.Min(bytes.Length, CutAfterBytes ?? int.MaxValue);
        _files[name] = [.. _files.GetValueOrDefault(name, []), .. bytes[..written]];
        if (CutAfterBytes is null)
        {
            return;
        }

        CutAfterBytes -= written;
        if (written < bytes.Length)
        {
            CutAfterBytes = null;
            throw new PowerCutException();
        }
    }
}
