using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The key switches of the cabinet: local, maintenance, test. They say who may move the lane. Maintenance and test expire: a key that was
    /// forgotten holds the lane still until it is turned back.
    /// </summary>
    internal sealed class ModeKeys
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2;

        private const long MinuteUs = 60000000;

        private LaneMode _mode = LaneMode.Remote;
        private long _serviceUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            LaneMode mode = Turned(scan);
            scan.Mode = mode;
            _serviceUs = mode == LaneMode.Maintenance || mode == LaneMode.Test ? _serviceUs + scan.StepUs : 0;
            int maxMin = scan.Setting(LaneSetting.ServiceModeMaxMin);
            bool expired = maxMin > 0 && _serviceUs >= MinuteUs * maxMin;

            // Somebody puts his hands into the machine, or has forgotten that he has: what moves stops.
            bool stops = (mode == LaneMode.Maintenance && _mode != LaneMode.Maintenance)
                || (expired && !scan.Holds.Has(LaneHold.ServiceExpired));
            scan.WishStop = scan.WishStop || stops;
            _mode = mode;

            Hold(scan, LaneHold.LocalMode, mode == LaneMode.Local);
            Hold(scan, LaneHold.MaintenanceMode, mode == LaneMode.Maintenance);
            Hold(scan, LaneHold.TestMode, mode == LaneMode.Test);
            Hold(scan, LaneHold.ServiceExpired, expired);
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _mode = (LaneMode)frame.Pass((int)_mode);
            _serviceUs = frame.Pass(_serviceUs);
        }

        // With several keys turned the one that allows least counts.
        private static LaneMode Turned(LaneScan scan)
        {
            return scan.On(InputRole.MaintenanceKey) ? LaneMode.Maintenance
                : scan.On(InputRole.TestKey) ? LaneMode.Test
                : scan.On(InputRole.LocalKey) ? LaneMode.Local : LaneMode.Remote;
        }

        private static void Hold(LaneScan scan, LaneHold hold, bool holds)
        {
            scan.Hold(hold, holds, holds, holds);
        }
    }
}
