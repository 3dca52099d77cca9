using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Water in the pit, and the manual release. In water the lane goes down, its safe position, while its drive still can; then its power is
    /// switched off until the water is gone (H22).
    /// </summary>
    internal sealed class Pit
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 2;

        // Dead time, passing holds and a late scan may delay the lowering; water does not wait longer.
        private const long PatienceUs = 10000000;

        private long _wetUs;
        private bool _isolated;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            scan.TellInput(InputRole.PitWater);
            scan.TellInput(InputRole.ManualRelease);
            bool released = scan.On(InputRole.ManualRelease);
            scan.Hold(LaneHold.ManualRelease, released, released, released);
            bool water = scan.On(InputRole.PitWater);
            if (!water)
            {
                _wetUs = 0;
                _isolated = false;
            }
            else if (!_isolated)
            {
                Lower(scan);
            }

            scan.Hold(LaneHold.PitWater, water, _isolated, false);
            if (_isolated)
            {
                scan.Suppressed |= scan.Table.RoleOutputs[(int)OutputRole.Supply];
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _wetUs = frame.Pass(_wetUs);
            _isolated = frame.Pass(_isolated);
        }

        private void Lower(LaneScan scan)
        {
            _wetUs += scan.StepUs;
            bool late = _wetUs > PatienceUs + (1000L * (scan.Table.LowerWarningMs + scan.Table.LowerTimeoutMs));
            _isolated = scan.Still && (scan.ProvenDown || late);
            if (!_isolated && !scan.ProvenDown && scan.Table.RaiseOutputs != 0)
            {
                scan.Ask(CommandOp.Lower, MoveOrigin.Automatic);
            }
        }
    }
}
