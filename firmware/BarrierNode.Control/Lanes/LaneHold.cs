namespace BarrierNode.Control
{
    /// <summary>Why a lane does not move although its interlock would let it: rules of operation, set and cleared by the features of the lane. The values travel and never change.</summary>
    public enum LaneHold
    {
        /// <summary>The cabinet's key is on local.</summary>
        LocalMode = 0,

        /// <summary>Somebody works at the lane.</summary>
        MaintenanceMode = 1,

        /// <summary>The cabinet is being tested.</summary>
        TestMode = 2,

        /// <summary>The lane is kept open until that is undone.</summary>
        KeepOpen = 3,

        /// <summary>A convoy passes.</summary>
        Convoy = 4,

        /// <summary>An emergency fast operation is in force.</summary>
        EmergencyOperation = 5,

        /// <summary>An emergency vehicle has the way.</summary>
        EmergencyVehicle = 6,

        /// <summary>People must be able to get out.</summary>
        Egress = 7,

        /// <summary>Too many strokes within an hour.</summary>
        CycleLimit = 8,

        /// <summary>Repeated reversals: a person must look.</summary>
        RetriesSpent = 9,

        /// <summary>The other line is not proven closed.</summary>
        SallyPort = 10,

        /// <summary>The red lamp draws no current.</summary>
        RedLampFailed = 11,

        /// <summary>A lamp draws current that should be dark.</summary>
        LampConflict = 12,

        /// <summary>The self-test is overdue or has failed.</summary>
        SelfTestOverdue = 13,

        /// <summary>The control room has switched off that the lane moves by itself.</summary>
        AutomaticOff = 14,

        /// <summary>Water stands in the pit.</summary>
        PitWater = 15,

        /// <summary>The barrier is moved by hand.</summary>
        ManualRelease = 16,

        /// <summary>A second person has not agreed yet.</summary>
        ConsentMissing = 17,

        /// <summary>The node does not know the time of day.</summary>
        ClockUnknown = 18,

        /// <summary>The calendar keeps the lane closed.</summary>
        EventClosure = 19,

        /// <summary>The hub is not heard.</summary>
        HubLost = 20,

        /// <summary>After a restart a person must look first.</summary>
        Restarted = 21,

        /// <summary>The strokes are not as they were.</summary>
        StrokeDeviation = 22,

        /// <summary>A barrier was tampered with.</summary>
        Tampered = 23,

        /// <summary>The cabinet lives on its battery.</summary>
        SupplyFailed = 24,

        /// <summary>Too many people.</summary>
        Crowd = 25,

        /// <summary>A detector is bypassed: held button only.</summary>
        Bypass = 26,

        /// <summary>A key of the cabinet has been on maintenance or test for too long: somebody must turn it back.</summary>
        ServiceExpired = 27,
    }
}
