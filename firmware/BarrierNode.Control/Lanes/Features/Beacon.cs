using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The flashing light while the lane warns and moves.</summary>
    internal sealed class Beacon
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = Flash.StateWords;

        private readonly Flash _flash = new Flash();

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (_flash.Step(scan.StepUs, !scan.Still))
            {
                scan.Outputs |= scan.Table.RoleOutputs[(int)OutputRole.Beacon];
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
            _flash.Exchange(frame);
        }
    }
}
