namespace BarrierNode.Control
{
    /// <summary>
    /// Why a command is refused or was given up. One list for every refusal; the values are counted by the node and never change. The
    /// names in messages are those of <see cref="Names"/>.
    /// </summary>
    public enum RefusalReason
    {
        /// <summary>Not refused.</summary>
        None = 0,

        /// <summary>The broker delivered it as a retained message: it may be old.</summary>
        Retained = 1,

        /// <summary>Longer than <see cref="CommandIntake.MaxLength"/>.</summary>
        TooLarge = 2,

        /// <summary>Not a JWS in compact form with the expected header.</summary>
        Malformed = 3,

        /// <summary>The node has no key for this purpose.</summary>
        NoKey = 4,

        /// <summary>The signature is not that of the node's key.</summary>
        BadSignature = 5,

        /// <summary>The payload is not a flat JSON object in UTF-8.</summary>
        BadPayload = 6,

        /// <summary>A field is missing or has the wrong form.</summary>
        BadField = 7,

        /// <summary>Made for another node.</summary>
        WrongAudience = 8,

        /// <summary>Made before the node's last start.</summary>
        WrongBoot = 9,

        /// <summary>The beat that the sender had seen is more than 5 s old, or in the future.</summary>
        Stale = 10,

        /// <summary>The sequence number is not above the issuer's last one.</summary>
        OldSequence = 11,

        /// <summary>More issuers in one boot than the node keeps.</summary>
        TooManyIssuers = 12,

        /// <summary>The lane is not this node's, or not the one of the topic.</summary>
        UnknownLane = 13,

        /// <summary>The operation is not known.</summary>
        UnknownOperation = 14,

        /// <summary>The interlock forbids it; the acknowledgement lists the conditions.</summary>
        Interlocked = 20,

        /// <summary>A latched trip holds the lane; the acknowledgement names it.</summary>
        Tripped = 21,

        /// <summary>Another command of the lane took its place.</summary>
        Superseded = 22,

        /// <summary>The stroke did not reach its limit switch in time.</summary>
        StrokeOverrun = 23,

        /// <summary>A scan was late; motion was dropped.</summary>
        LateScan = 24,

        /// <summary>Nothing to reset.</summary>
        NothingLatched = 25,

        /// <summary>The cause of a trip still stands.</summary>
        CauseStands = 26,

        /// <summary>The node could not take the command in time.</summary>
        Busy = 27,

        /// <summary>The node refused to energise the drive for a reason of its own timing (dead time, run limit, lease).</summary>
        NotPermitted = 28,

        /// <summary>A rule of operation forbids it; the acknowledgement lists the holds.</summary>
        Held = 29,

        /// <summary>The lane has no equipment or no permission in its site file for this.</summary>
        NotFitted = 30,

        /// <summary>The argument is out of range.</summary>
        OutOfRange = 31,

        /// <summary>The held button was released, or the request ended.</summary>
        Released = 32,

        /// <summary>It waits for a second person.</summary>
        Waiting = 33,

        /// <summary>Nothing of the kind is in force.</summary>
        NothingToUndo = 34,

        /// <summary>Too many of the kind within a minute.</summary>
        TooOften = 36,

        /// <summary>The second person must be another one.</summary>
        SamePerson = 37,

        /// <summary>The end of travel came by pressure or by time, and no limit switch proves it.</summary>
        EndUnproven = 38,

        /// <summary>The limit switch of the end that the barrier should have left still acts.</summary>
        LimitStuck = 39,
    }
}
