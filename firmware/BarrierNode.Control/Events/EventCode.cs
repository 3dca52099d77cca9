namespace BarrierNode.Control
{
    /// <summary>What happened. The values are stored in the journal and never change; the names in messages are those of <see cref="Names"/>.</summary>
    public enum EventCode
    {
        /// <summary>The node started.</summary>
        Started = 1,

        /// <summary>A command was accepted.</summary>
        CommandAccepted = 2,

        /// <summary>A command was refused; <c>reason</c> and <c>why</c> say by what.</summary>
        CommandRefused = 3,

        /// <summary>A drive was energised.</summary>
        MoveStarted = 4,

        /// <summary>A move reached its limit switch.</summary>
        MoveDone = 5,

        /// <summary>A move was given up.</summary>
        MoveAborted = 6,

        /// <summary>A raise was reversed because something stood in the way.</summary>
        Reversed = 7,

        /// <summary>A trip latched.</summary>
        Tripped = 8,

        /// <summary>Latched trips were reset.</summary>
        TripReset = 9,

        /// <summary>A scan was late and motion was dropped.</summary>
        LateScan = 10,

        /// <summary>A barrier left its end of travel without a command.</summary>
        PositionLost = 11,

        /// <summary>A detector sees a vehicle.</summary>
        Detected = 12,

        /// <summary>A detector is clear.</summary>
        Cleared = 13,

        /// <summary>The link to the broker is up.</summary>
        LinkUp = 14,

        /// <summary>The link to the broker is lost.</summary>
        LinkDown = 15,

        /// <summary>Events were lost because the journal was full; the count is given.</summary>
        EventsLost = 16,

        /// <summary>A hold was set; its name is given.</summary>
        HoldSet = 17,

        /// <summary>A hold was cleared; its name is given.</summary>
        HoldCleared = 18,

        /// <summary>A move was asked for that no command asked for; by whom is given.</summary>
        MoveAsked = 19,

        /// <summary>Such a move is not possible; <c>why</c> says by what.</summary>
        WishRefused = 20,

        /// <summary>The mode of the lane changed.</summary>
        ModeChanged = 21,

        /// <summary>An emergency fast operation began.</summary>
        EmergencyOperationStarted = 22,

        /// <summary>An emergency fast operation ended.</summary>
        EmergencyOperationEnded = 23,

        /// <summary>Somebody is forced to act.</summary>
        Duress = 24,

        /// <summary>An emergency vehicle asks for the way.</summary>
        EmergencyVehicleSeen = 25,

        /// <summary>People must get out.</summary>
        EgressRequested = 26,

        /// <summary>The egress request ended.</summary>
        EgressEnded = 27,

        /// <summary>A vehicle passed; direction, speed and length are given.</summary>
        Passage = 28,

        /// <summary>A vehicle goes against the direction.</summary>
        WrongWay = 29,

        /// <summary>A vehicle is too fast.</summary>
        Overspeed = 30,

        /// <summary>A vehicle followed another too closely.</summary>
        Tailgating = 31,

        /// <summary>A crowd threshold was crossed; which is given.</summary>
        CrowdThreshold = 32,

        /// <summary>A measured loop is broken; how is given.</summary>
        LoopFault = 33,

        /// <summary>A person has confirmed that a measured loop works again.</summary>
        LoopFaultEnded = 34,

        /// <summary>A measured loop is disturbed: expect false presence.</summary>
        LoopNoise = 35,

        /// <summary>A lamp is broken or draws current when dark.</summary>
        LampFault = 36,

        /// <summary>The lamps are as they should be.</summary>
        LampFaultEnded = 37,

        /// <summary>A stroke was measured.</summary>
        StrokeMeasured = 38,

        /// <summary>A stroke deviates from what was learned.</summary>
        StrokeDeviation = 39,

        /// <summary>A raise is tried again after a reversal.</summary>
        RetryStarted = 40,

        /// <summary>Service is due.</summary>
        ServiceDue = 41,

        /// <summary>Service was done.</summary>
        Serviced = 42,

        /// <summary>The self-test passed.</summary>
        SelfTestPassed = 43,

        /// <summary>The self-test failed; at what is given.</summary>
        SelfTestFailed = 44,

        /// <summary>A detector is bypassed.</summary>
        BypassSet = 45,

        /// <summary>A bypass ended.</summary>
        BypassEnded = 46,

        /// <summary>A barrier was tampered with.</summary>
        Tampered = 47,

        /// <summary>The tamper contact is closed again.</summary>
        TamperEnded = 48,

        /// <summary>An input of the equipment changed: water, supply, heater, manual release.</summary>
        EquipmentInput = 49,

        /// <summary>The calendar opens or closes.</summary>
        TimetableMove = 51,

        /// <summary>The node was told the time.</summary>
        ClockSet = 52,

        /// <summary>The hub is not heard.</summary>
        HubLost = 53,

        /// <summary>The hub is heard again.</summary>
        HubBack = 54,

        /// <summary>An emergency stroke took longer than the site expects.</summary>
        EmergencyStrokeSlow = 55,

        /// <summary>The lane is proven open for the emergency vehicle that asked; the time since it asked is given.</summary>
        EmergencyVehicleServed = 56,

        /// <summary>A command that waited for a second person was given up; why is given. No move ends with it.</summary>
        ConsentLapsed = 57,
    }
}
