namespace BarrierNode.Control
{
    /// <summary>What stands in a lane. The values are part of the site table and never change.</summary>
    public enum LaneKind
    {
        /// <summary>One or more retractable bollards that move together; the state of the lane is that of its worst member.</summary>
        BollardGroup = 1,

        /// <summary>A sliding gate; closed is up, open is down.</summary>
        SlidingGate = 2,

        /// <summary>A swing gate; closed is up, open is down.</summary>
        SwingGate = 3,

        /// <summary>A barrier arm; closed (across the lane) is up, open is down: the words of every lane.</summary>
        BarrierArm = 4,

        /// <summary>A barrier without a drive that is only watched: deployed is up, stowed is down.</summary>
        PassiveBarrier = 5,
    }
}
