namespace BarrierNode.Control
{
    /// <summary>Where the barriers of a lane are, by their limit switches; a group is where its worst member is.</summary>
    public enum LanePosition
    {
        /// <summary>Not known: after a start between the ends, or the switches contradict each other.</summary>
        Unknown = 0,

        /// <summary>All proven up (closed).</summary>
        Up = 1,

        /// <summary>All proven down (open).</summary>
        Down = 2,

        /// <summary>The raise drive is energised.</summary>
        Raising = 3,

        /// <summary>The lower drive is energised.</summary>
        Lowering = 4,

        /// <summary>Halted between the ends by this node.</summary>
        Stopped = 5,
    }
}
