namespace BarrierNode.Control
{
    /// <summary>How far a command has come. Every command ends in exactly one of refused, done, aborted.</summary>
    public enum AckStage
    {
        /// <summary>Valid, and the interlock does not forbid it; warning runs.</summary>
        Accepted = 1,

        /// <summary>Refused; nothing happened.</summary>
        Refused = 2,

        /// <summary>The drive is energised.</summary>
        Moving = 3,

        /// <summary>Done, as proven by the limit switches.</summary>
        Done = 4,

        /// <summary>Given up on the way.</summary>
        Aborted = 5,
    }
}
