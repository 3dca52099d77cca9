namespace BarrierNode.Control
{
    /// <summary>The steps of a self-test in their order. The values travel and never change.</summary>
    public enum SelfTestStep
    {
        /// <summary>None is running.</summary>
        None = 0,

        /// <summary>The test output is on: every detector and safety edge must act.</summary>
        Act = 1,

        /// <summary>It is off again: every one must be clear again.</summary>
        Clear = 2,

        /// <summary>The lamps that should be lit must draw current.</summary>
        Lamps = 3,

        /// <summary>All of it.</summary>
        All = 4,
    }
}
