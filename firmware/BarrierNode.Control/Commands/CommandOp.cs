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
    }
}
