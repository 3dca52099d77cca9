namespace BarrierNode.Control
{
    /// <summary>What a report of the scan tells.</summary>
    public enum ReportKind
    {
        /// <summary>A stage of a command: Code is the <see cref="AckStage"/>, A the <see cref="RefusalReason"/>, B the conditions, Trips the trips.</summary>
        Ack = 1,

        /// <summary>
        /// An event: Code is the <see cref="EventCode"/>, A its number (reason, trip code, count, input), B the conditions, Op the operation.
        /// </summary>
        Event = 2,

        /// <summary>The state of a lane: see <see cref="LaneState"/>.</summary>
        State = 3,

        /// <summary>The crowd at a lane: Code is what is too much (<see cref="CrowdState"/>), A the people, B and C who came and went in a minute.</summary>
        Crowd = 4,

        /// <summary>
        /// A stroke from end to end: Op is the direction, A its time in milliseconds, B the time until it left its start, C the learned time,
        /// Code the deviation in percent.
        /// </summary>
        Stroke = 5,

        /// <summary>
        /// What holds a lane: A holds against a raise, Code against a lowering, Ticket all holds, B the conditions against a raise, C against a
        /// lowering, Trips the trips; masks all of them.
        /// </summary>
        Why = 6,

        /// <summary>
        /// The figures of a frequency loop: Code is <see cref="LoopReport"/>, A ΔL/L in ppm, Ticket the noise in ppm, B the drift in ppm a minute,
        /// C the trend in ppm, Trips the baseline in mHz.
        /// </summary>
        Loop = 7,
    }
}
