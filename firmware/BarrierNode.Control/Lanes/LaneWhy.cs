namespace BarrierNode.Control
{
    /// <summary>What holds a lane, and each of it since when. Used by the link thread.</summary>
    public sealed class LaneWhy
    {
        /// <summary>The conditions that forbid a raise.</summary>
        public readonly BlockAges RaiseConditions = new BlockAges();

        /// <summary>The conditions that forbid a lowering.</summary>
        public readonly BlockAges LowerConditions = new BlockAges();

        /// <summary>The latched trips that hold both.</summary>
        public readonly BlockAges Trips = new BlockAges();

        /// <summary>The holds against a raise by command.</summary>
        public readonly BlockAges RaiseHolds = new BlockAges();

        /// <summary>The holds against a lowering by command.</summary>
        public readonly BlockAges LowerHolds = new BlockAges();

        /// <summary>The holds that only forbid moves that no person asks for.</summary>
        public readonly BlockAges UnattendedHolds = new BlockAges();

        /// <summary>Takes a report.</summary>
        /// <param name="report">A ring whose last report is a <see cref="ReportKind.Why"/>.</param>
        public void Take(ReportRing report)
        {
            RaiseConditions.Take(report.B, report.UptimeMs);
            LowerConditions.Take(report.C, report.UptimeMs);
            Trips.Take(report.Trips, report.UptimeMs);
            RaiseHolds.Take(report.A, report.UptimeMs);
            LowerHolds.Take(report.Code, report.UptimeMs);
            UnattendedHolds.Take(report.Ticket & ~(report.A | report.Code), report.UptimeMs);
        }
    }
}
