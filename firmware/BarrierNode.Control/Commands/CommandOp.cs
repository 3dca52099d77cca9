namespace BarrierNode.Control
{
    /// <summary>What a command asks of a lane.</summary>
    public enum CommandOp
    {
        /// <summary>None.</summary>
        None = 0,

        /// <summary>Raise (close) the barriers after the warning.</summary>
        Raise = 1,

        /// <summary>Lower (open) the barriers.</summary>
        Lower = 2,

        /// <summary>Stop where they are. Needs no fresh sequence number.</summary>
        Stop = 3,

        /// <summary>Stop, and latch the lane off until a reset. Needs no fresh sequence number.</summary>
        EmergencyStop = 4,

        /// <summary>Reset the lane's latched trips and those of the whole node whose cause is gone. Moves nothing.</summary>
        Reset = 5,

        /// <summary>Lower, and stay open until <see cref="Release"/>. Argument: minutes, 0 for the longest that the site allows.</summary>
        KeepOpen = 6,

        /// <summary>Undo keep-open, convoy, egress and the request of an emergency vehicle.</summary>
        Release = 7,

        /// <summary>Let a convoy through. Argument: number of vehicles, 0 for until released.</summary>
        Convoy = 8,

        /// <summary>Emergency fast operation: raise now. Argument 1: under duress.</summary>
        EmergencyOperation = 9,

        /// <summary>End the emergency fast operation; moves nothing.</summary>
        EmergencyOperationEnd = 10,

        /// <summary>Open for an emergency vehicle.</summary>
        EmergencyVehicle = 11,

        /// <summary>Open, so that people can get out, and stay open until released.</summary>
        Egress = 12,

        /// <summary>Argument 1: the lane may move by itself; 0: it moves only when asked.</summary>
        Automatic = 13,

        /// <summary>Ignore a broken detector for a limited time, by held button only. Argument: minutes × 64 + number of the input; minutes 0 ends it.</summary>
        Bypass = 14,

        /// <summary>A second person agrees to the opening that waits for it.</summary>
        Consent = 15,

        /// <summary>A person has looked: the position after a restart, or the loops, are as the node takes them to be.</summary>
        Confirm = 16,

        /// <summary>Run the self-test now.</summary>
        SelfTest = 17,

        /// <summary>Service was done: the countdown begins anew.</summary>
        Serviced = 18,

        /// <summary>The hub is there. Argument: its local time in minutes since 2024-01-01 00:00.</summary>
        Clock = 19,

        /// <summary>A person has looked: no vehicle stands on the loop. It may take its baseline now. Argument: number of the input.</summary>
        ConfirmClear = 20,

        /// <summary>Somebody has counted the people on the area. Argument: how many there are.</summary>
        CrowdCount = 21,
    }
}
