namespace BarrierNode.Control
{
    /// <summary>Who asks for a move. A higher one takes precedence over a lower one.</summary>
    public enum MoveOrigin
    {
        /// <summary>Nobody.</summary>
        None = 0,

        /// <summary>The lane itself: after a passage, after a time.</summary>
        Automatic = 1,

        /// <summary>The calendar.</summary>
        Timetable = 2,

        /// <summary>The control room.</summary>
        Command = 3,

        /// <summary>A person at the panel of the cabinet.</summary>
        Panel = 4,

        /// <summary>An emergency vehicle.</summary>
        EmergencyVehicle = 5,

        /// <summary>A crowd that must get out.</summary>
        Egress = 6,

        /// <summary>The emergency fast operation.</summary>
        EmergencyOperation = 7,
    }
}
