using System.Buffers.Binary;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>A frozen flight record as a node gave it: the state at its beginning, and every scan since. docs/flight-record.md has the format.</summary>
public sealed class FlightRecord
{
    private FlightRecord(int tableHash, int interlockHash, int trigger, long[] state, IReadOnlyList<RecordEntry> entries)
    {
        TableHash = tableHash;
        InterlockHash = interlockHash;
        Trigger = trigger;
        State = state;
        Entries = entries;
    }

    /// <summary>Check word of the site table that the node ran.</summary>
    public int TableHash { get; }

    /// <summary><see cref="InterlockVersion.SourceHash"/> of the firmware that the node ran.</summary>
    public int InterlockHash { get; }

    /// <summary>Number of the trip condition that triggered the record, or -1 when it was asked for.</summary>
    public int Trigger { get; }

    /// <summary>The state before the first entry, for <see cref="BarrierNode.Control.Controller.Exchange"/>.</summary>
    public long[] State { get; }

    /// <summary>The scans and the commands, the oldest first. A command stands before the scan that took it.</summary>
    public IReadOnlyList<RecordEntry> Entries { get; }

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">The record as the node sent it.</param>
    /// <exception cref="InvalidDataException">It is not one, or not whole; the message says what was expected.</exception>
    public static FlightRecord Read(ReadOnlySpan<byte> bytes)
    {
        Expect(bytes.Length >= FlightRecorder.HeadLength, $"has {bytes.Length} bytes, expected at least {FlightRecorder.HeadLength}");
        Expect(Word(bytes, 0) == FlightRecorder.Magic, "does not begin with BNFR");
        Expect(Word(bytes, 1) == FlightRecorder.Version, $"has version {Word(bytes, 1)}, expected {FlightRecorder.Version}");
        int stateWords = Word(bytes, 4);
        int count = Word(bytes, 5);
        long length = FlightRecorder.HeadLength + (8L * stateWords) + (4L * FlightRecorder.EntryWords * count);
        Expect(Word(bytes, 6) is >= -1 and < GateTable.MaxConditions, $"has the trigger {Word(bytes, 6)}, expected -1 to {GateTable.MaxConditions - 1}");
        Expect(stateWords >= 0 && count >= 0 && bytes.Length == length, $"has {bytes.Length} bytes, expected {length}");

        var state = new long[stateWords];
        ReadOnlySpan<byte> rest = bytes[FlightRecorder.HeadLength..];
        for (int i = 0; i < stateWords; i++)
        {
            state[i] = BinaryPrimitives.ReadInt64LittleEndian(rest[(8 * i)..]);
        }

        rest = rest[(8 * stateWords)..];
        var entries = new RecordEntry[count];
        for (int i = 0; i < count; i++)
        {
            int at = i * FlightRecorder.EntryWords;
            entries[i] = new(Word(rest, at), Word(rest, at + 1), Word(rest, at + 2), Word(rest, at + 3), Word(rest, at + 4));
            Expect(entries[i].IsScan || entries[i].IsCommand, $"entry {i} is of kind {entries[i].Kind & 3}, expected 1 (scan) or 2 (command)");
        }

        return new(Word(bytes, 2), Word(bytes, 3), Word(bytes, 6), state, entries);
    }

    /// <summary>The frozen record of a recorder.</summary>
    /// <param name="recorder">A recorder whose <see cref="FlightRecorder.Frozen"/> is true.</param>
    public static FlightRecord Of(FlightRecorder recorder)
    {
        var bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return Read(bytes);
    }

    private static int Word(ReadOnlySpan<byte> bytes, int word) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * word)..]);

    private static void Expect(bool good, string otherwise)
    {
        if (!good)
        {
            throw new InvalidDataException($"The flight record {otherwise}.");
        }
    }
}
