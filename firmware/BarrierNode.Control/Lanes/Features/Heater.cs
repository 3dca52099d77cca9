using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The heater of the pit or drive, by its thermostat; without one it is always cold. After its longest time on it pauses: a thermostat that
    /// has stuck must not cook the drive. It is off while the supply has failed or is held off by a trip, and in water.
    /// </summary>
    internal sealed class Heater
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2;

        private const long PauseUs = 600000000;
        private const long MinuteUs = 60000000;

        private long _onUs;
        private long _pauseUs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            bool wanted = !scan.HasInput(InputRole.Cold) || scan.On(InputRole.Cold);
            bool possible = !scan.Tripped && !scan.On(InputRole.SupplyFailed) && !scan.On(InputRole.PitWater);
            if (_pauseUs > 0)
            {
                _pauseUs -= scan.StepUs;
                return;
            }

            if (!wanted || !possible)
            {
                _onUs = 0;
                return;
            }

            scan.Outputs |= scan.Table.RoleOutputs[(int)OutputRole.Heater];
            _onUs += scan.StepUs;
            if (_onUs >= MinuteUs * scan.Setting(LaneSetting.HeaterMaxOnMin))
            {
                _onUs = 0;
                _pauseUs = PauseUs;
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _onUs = frame.Pass(_onUs);
            _pauseUs = frame.Pass(_pauseUs);
        }
    }
}
