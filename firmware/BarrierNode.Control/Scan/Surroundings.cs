namespace BarrierNode.Control
{
    /// <summary>What the whole node knows and its lanes look at: the time of day, and how long the hub has been silent.</summary>
    public sealed class Surroundings
    {
        /// <summary>Local time in minutes since 2024-01-01 00:00, or -1 when nobody has told it since the start.</summary>
        public int ClockMinutes = -1;

        /// <summary>Time since the hub was last heard or since the start, in milliseconds.</summary>
        public long HubSilentMs;

        /// <summary>The contacts of the inputs in this scan as they are, without any delay, a mask: 1 while one acts.</summary>
        public int Contacts;
    }
}
