namespace BarrierNode.Control
{
    /// <summary>What is wrong with a lamp. The values travel and never change.</summary>
    public enum LampFaultKind
    {
        /// <summary>Red is on and draws no current.</summary>
        RedDead = 0,

        /// <summary>Green is on and draws no current.</summary>
        GreenDead = 1,

        /// <summary>Red is off and draws current.</summary>
        RedStuck = 2,

        /// <summary>Green is off and draws current.</summary>
        GreenStuck = 3,
    }
}
