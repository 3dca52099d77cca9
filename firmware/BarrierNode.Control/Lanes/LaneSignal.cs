namespace BarrierNode.Control
{
    /// <summary>What the signal of a lane shows, as permitted by the gate.</summary>
    public enum LaneSignal
    {
        /// <summary>Dark, or the lane has none.</summary>
        Dark = 0,

        /// <summary>Red.</summary>
        Red = 1,

        /// <summary>Green: only with the barriers proven down.</summary>
        Green = 2,
    }
}
