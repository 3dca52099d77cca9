namespace BarrierNode.Control
{
    /// <summary>One lane: barriers that are raised and lowered together, their ends of travel, signal and times.</summary>
    public sealed class LaneTable
    {
        /// <summary>Name of the lane in topics and messages: 1 to 12 of a-z, 0-9, hyphen.</summary>
        public string Id;

        /// <summary>What stands in the lane.</summary>
        public LaneKind Kind;

        /// <summary>
        /// Mask of the outputs that raise (close) the barriers: one for all of them, or one for each in the order of the barriers.
        /// </summary>
        public int RaiseOutputs;

        /// <summary>Mask of the outputs that lower (open) the barriers.</summary>
        public int LowerOutputs;

        /// <summary>Inputs that are 1 at the upper end: one for each barrier, or one for all, wired in series.</summary>
        public int[] UpInputs;

        /// <summary>Inputs that are 1 at the lower end: one for each barrier, or one for all, wired in series.</summary>
        public int[] DownInputs;

        /// <summary>Mask of the outputs that show red, 0 for no signal.</summary>
        public int RedOutputs;

        /// <summary>Mask of the outputs that show green, 0 for none.</summary>
        public int GreenOutputs;

        /// <summary>Mask of the outputs that warn before and during a move: buzzer, beacon. Several lanes may share them.</summary>
        public int WarningOutputs;

        /// <summary>Warning before every raise, in milliseconds. 1000 is usual on bollards; 0 only where a person holds the button.</summary>
        public int RaiseWarningMs;

        /// <summary>Warning before every lowering, in milliseconds; 0 for bollards, more for sliding gates.</summary>
        public int LowerWarningMs;

        /// <summary>Longest raise stroke, in milliseconds; after it the lane trips.</summary>
        public int RaiseTimeoutMs;

        /// <summary>Longest lowering stroke, in milliseconds; after it the lane trips.</summary>
        public int LowerTimeoutMs;

        /// <summary>Mask of the outputs that hold the barriers up while energised; with them there is no lower drive: they go off to lower.</summary>
        public int HoldOutputs;

        /// <summary>Mask of the inputs that are safety detectors of the lane: what they see forbids a raise.</summary>
        public int Detectors;

        /// <summary>Input of the detector that a vehicle reaches first, or -1.</summary>
        public int EntryInput = -1;

        /// <summary>Input of the detector that a vehicle reaches second, or -1.</summary>
        public int ExitInput = -1;

        /// <summary>Number of the lane that must be proven closed before this one opens, or -1.</summary>
        public int SallyLane = -1;

        /// <summary>By <see cref="InputRole"/>: mask of the lane's inputs of that role, those of the whole node among them.</summary>
        public readonly int[] RoleInputs = new int[InputRoleCount];

        /// <summary>By <see cref="OutputRole"/>: mask of the lane's outputs of that role.</summary>
        public readonly int[] RoleOutputs = new int[OutputRoleCount];

        /// <summary>By <see cref="LaneSetting"/>: the number.</summary>
        public readonly int[] Settings = new int[SettingCount];

        /// <summary>Most opening times, and most closures, of a lane.</summary>
        public const int MaxCalendarRows = 32;

        /// <summary>By opening time: mask of its days, bit 0 for Monday.</summary>
        public int[] OpenDays = new int[0];

        /// <summary>By opening time: the minute of the day at which it begins, 0 to 1439.</summary>
        public int[] OpenFromMinute = new int[0];

        /// <summary>By opening time: the minute of the day at which it ends, 1 to 1440; before the beginning, it ends on the next day.</summary>
        public int[] OpenToMinute = new int[0];

        /// <summary>By closure: when it begins, in minutes of local time since 2024-01-01 00:00.</summary>
        public int[] ClosedFromMinutes = new int[0];

        /// <summary>By closure: when it ends, likewise.</summary>
        public int[] ClosedToMinutes = new int[0];

        /// <summary>Number of the values of <see cref="InputRole"/>.</summary>
        public const int InputRoleCount = 27;

        /// <summary>Number of the values of <see cref="OutputRole"/>.</summary>
        public const int OutputRoleCount = 7;

        /// <summary>Number of the values of <see cref="LaneSetting"/>.</summary>
        public const int SettingCount = 46;
    }
}
