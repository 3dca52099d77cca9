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

        /// <summary>The panel of the cabinet: the key is on local.</summary>
        Local = 3,

        /// <summary>Nobody but a person with a held button: somebody works at the lane.</summary>
        Maintenance = 4,

        /// <summary>The panel of the cabinet, for tests.</summary>
        Test = 5,
    }
}
