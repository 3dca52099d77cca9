using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Street.Records;

/// <summary>One entry of a flight record: a scan, or a command that the next scan took.</summary>
/// <param name="Kind">Kind and flags.</param>
/// <param name="A">Of a scan the gap before it in microseconds (-1 for a negative one), of a command its operation in the low byte and its argument above.</param>
/// <param name="B">Of a scan the pin levels, of a command the number of its lane.</param>
/// <param name="C">Of a scan the derived conditions 32 to 63, of a command its ticket.</param>
/// <param name="D">Of a scan the requests in the low half and the permitted outputs in the high half.</param>
public readonly record struct RecordEntry(int Kind, int A, int B, int C, int D)
{
    /// <summary>It is a scan.</summary>
    public bool IsScan => (Kind & 3) == FlightRecorder.ScanKind;

    /// <summary>It is a command.</summary>
    public bool IsCommand => (Kind & 3) == FlightRecorder.CommandKind;

    /// <summary>Of a scan: the gap before it in microseconds.</summary>
    public long ElapsedUs => A;

    /// <summary>Of a scan: the pin levels, a mask.</summary>
    public int Pins => B;

    /// <summary>Of a scan: the derived conditions, a mask.</summary>
    public long Derived => (long)C << 32;

    /// <summary>Of a scan: the outputs that were asked for, a mask.</summary>
    public int Requests => D & 0xFFFF;

    /// <summary>Of a scan: the outputs that were permitted, a mask.</summary>
    public int Permitted => (D >> 16) & 0xFFFF;

    /// <summary>Of a scan: a quiet window was asked for.</summary>
    public bool QuietAsked => (Kind & FlightRecorder.QuietAskedFlag) != 0;

    /// <summary>Of a scan: the permission pulse was given.</summary>
    public bool Pulse => (Kind & FlightRecorder.PulseFlag) != 0;

    /// <summary>Of a command: what it asks.</summary>
    public CommandOp Op => (CommandOp)(A & 0xFF);

    /// <summary>Of a command: its argument.</summary>
    public int Argument => (A >> 8) & RequestRing.MaxArgument;

    /// <summary>Of a command: the number of its lane.</summary>
    public int Lane => B;

    /// <summary>Of a command: its ticket.</summary>
    public int Ticket => C;
}
