namespace BarrierNode.Control
{
    /// <summary>What the calendar of a lane says about this minute. The values travel and never change.</summary>
    public enum CalendarSays
    {
        /// <summary>Nothing: the lane is operated by people and its automatic.</summary>
        Nothing = 0,

        /// <summary>Open.</summary>
        Open = 1,

        /// <summary>Closed: an event.</summary>
        Closed = 2,
    }
}
