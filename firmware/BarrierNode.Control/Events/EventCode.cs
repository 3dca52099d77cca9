namespace BarrierNode.Control
{
    /// <summary>What happened. The values are stored in the journal and never change; the names in messages are those of <see cref="Names"/>.</summary>
    public enum EventCode
    {
        /// <summary>The node started.</summary>
        Started = 1,

        /// <summary>A command was accepted.</summary>
        CommandAccepted = 2,

        /// <summary>A command was refused; <c>reason</c> and <c>why</c> say by what.</summary>
        CommandRefused = 3,

        /// <summary>A drive was energised.</summary>
        MoveStarted = 4,

        /// <summary>A move reached its limit switch.</summary>
        MoveDone = 5,

        /// <summary>A move was given up.</summary>
        MoveAborted = 6,

        /// <summary>A raise was reversed because something stood in the way.</summary>
        Reversed = 7,

        /// <summary>A trip latched.</summary>
        Tripped = 8,

        /// <summary>Latched trips were reset.</summary>
        TripReset = 9,

        /// <summary>A scan was late and motion was dropped.</summary>
        LateScan = 10,

        /// <summary>A barrier left its end of travel without a command.</summary>
        PositionLost = 11,

        /// <summary>A detector sees a vehicle.</summary>
        Detected = 12,

        /// <summary>A detector is clear.</summary>
        Cleared = 13,

        /// <summary>The link to the broker is up.</summary>
        LinkUp = 14,

        /// <summary>The link to the broker is lost.</summary>
        LinkDown = 15,

        /// <summary>Events were lost because the journal was full; the count is given.</summary>
        EventsLost = 16,
    }
}
