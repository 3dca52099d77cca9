namespace BarrierNode.Control
{
    /// <summary>What an input is for, beside being a condition of the interlock. The values are part of the site table and never change.</summary>
    public enum InputRole
    {
        /// <summary>Nothing beside its part in the interlock: limit switch, detector, emergency stop.</summary>
        None = 0,

        /// <summary>Panel button that asks to raise (close).</summary>
        RaiseButton = 1,

        /// <summary>Panel button that asks to lower (open).</summary>
        LowerButton = 2,

        /// <summary>Key switch in the cabinet: local control; the control room may not move the lane.</summary>
        LocalKey = 3,

        /// <summary>Key switch of a person who works at the lane: nothing moves but by held button.</summary>
        MaintenanceKey = 4,

        /// <summary>Key switch for tests on site.</summary>
        TestKey = 5,

        /// <summary>Guarded button of the emergency fast operation: raises now.</summary>
        EfoButton = 6,

        /// <summary>Key that ends the emergency fast operation on site.</summary>
        EfoReset = 7,

        /// <summary>Silent alarm: somebody is forced to act.</summary>
        DuressButton = 8,

        /// <summary>Key of fire brigade, ambulance, police: opens the lane.</summary>
        EmergencyVehicleKey = 9,

        /// <summary>Contact of a siren detector or a transponder reader: opens the lane.</summary>
        SirenInput = 10,

        /// <summary>Fire alarm, or a button that lets a crowd out: opens the lane and keeps it open.</summary>
        EgressRequest = 11,

        /// <summary>Detector that asks for an opening by being driven on.</summary>
        FreeExit = 12,

        /// <summary>Pressure switch that acts at the upper end of the stroke: back-up of the limit switch.</summary>
        EndPressure = 13,

        /// <summary>Pressure or current that rises against an obstacle: reverses a raise.</summary>
        Obstruction = 14,

        /// <summary>Contact edge or curtain that protects people: reverses a raise.</summary>
        SafetyEdge = 15,

        /// <summary>Hand pump or manual release is in use: the drive is not the only one that moves the barrier.</summary>
        ManualRelease = 16,

        /// <summary>Pressure of the accumulator is enough for an emergency stroke.</summary>
        AccumulatorReady = 17,

        /// <summary>Water stands in the pit.</summary>
        PitWater = 18,

        /// <summary>Thermostat: it is cold enough for the heater.</summary>
        Cold = 19,

        /// <summary>Current relay: the red lamp draws current.</summary>
        RedCurrent = 20,

        /// <summary>Current relay: the green lamp draws current.</summary>
        GreenCurrent = 21,

        /// <summary>The mains has failed; the cabinet lives on its battery.</summary>
        SupplyFailed = 22,

        /// <summary>Cover, door or lock of the barrier was opened.</summary>
        Tamper = 23,

        /// <summary>Pulse for each person that comes in.</summary>
        CountIn = 24,

        /// <summary>Pulse for each person that goes out.</summary>
        CountOut = 25,

        /// <summary>Pulse of an axle sensor.</summary>
        Axle = 26,
    }
}
