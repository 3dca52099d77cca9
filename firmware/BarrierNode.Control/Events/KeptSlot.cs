namespace BarrierNode.Control
{
    /// <summary>Places of a lane in <see cref="KeptValues"/>. The values are places in the flash and never change.</summary>
    public enum KeptSlot
    {
        /// <summary>Raises since the node was made.</summary>
        Cycles = 0,

        /// <summary>Value of <see cref="Cycles"/> at the last service.</summary>
        ServicedAtCycles = 1,

        /// <summary>Hours that the drives have run, in seconds.</summary>
        DriveSeconds = 2,

        /// <summary>Learned raise stroke, in milliseconds.</summary>
        LearnedRaiseMs = 3,

        /// <summary>Learned lowering stroke, in milliseconds.</summary>
        LearnedLowerMs = 4,

        /// <summary>1: the emergency fast operation is in force.</summary>
        EmergencyOperation = 5,

        /// <summary>Minutes that the lane is still kept open; -1: until released; 0: it is not.</summary>
        KeepOpen = 6,

        /// <summary>1: an egress request is in force.</summary>
        Egress = 7,

        /// <summary>Minutes since 2024 of the last passed self-test.</summary>
        SelfTestMinutes = 8,

        /// <summary>Emergency fast operations since the node was made.</summary>
        EmergencyOperations = 9,

        /// <summary>Trips since the node was made.</summary>
        Trips = 10,

        /// <summary>Reversals since the node was made.</summary>
        Reversals = 11,

        /// <summary>Vehicles counted since the node was made.</summary>
        Vehicles = 12,

        /// <summary>People on the area.</summary>
        People = 13,

        /// <summary>1: the lane moves only when asked.</summary>
        AutomaticOff = 14,
    }
}
