namespace BarrierNode.Control
{
    /// <summary>What an output is for, beside drive, lamp and warning. The values are part of the site table and never change.</summary>
    public enum OutputRole
    {
        /// <summary>Nothing beside drive, lamp, warning.</summary>
        None = 0,

        /// <summary>Valve or contactor of the fast stroke; acts together with the raise drive.</summary>
        EfoValve = 1,

        /// <summary>Light that tells that the emergency fast operation is in force.</summary>
        EfoLight = 2,

        /// <summary>Heater of the pit or the drive.</summary>
        Heater = 3,

        /// <summary>Flashing light while the lane warns and moves.</summary>
        Beacon = 4,

        /// <summary>Contactor that gives the drives of this lane their power: the second way to switch them off.</summary>
        Supply = 5,

        /// <summary>Output that tests a detector or a safety edge: high for the time of the test.</summary>
        TestPulse = 6,
    }
}
