using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>One report of a scan, as the controller gave it: what the fields mean depends on the kind, see <see cref="ReportRing"/>.</summary>
public sealed record NodeReport(
    ReportKind Kind, int Code, int Lane, CommandOp Op, int Ticket, int A, long B, long C, long Trips, long UptimeMs, long AtUs);
