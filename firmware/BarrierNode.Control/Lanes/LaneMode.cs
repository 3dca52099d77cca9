namespace BarrierNode.Control
{
    /// <summary>Who may move the lane.</summary>
    public enum LaneMode
    {
        /// <summary>Nobody yet: the gate is not armed.</summary>
        Starting = 0,

        /// <summary>The control room.</summary>
        Remote = 1,

        /// <summary>Nobody: a trip is latched.</summary>
        Tripped = 2,
    }
}
