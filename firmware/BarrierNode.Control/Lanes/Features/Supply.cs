using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// The contactor that gives the drives their power, and failing mains. It is on while no trip holds the lane; the gate refuses it too, so a
    /// drive whose own contactor has welded loses its power (H19).
    /// </summary>
    internal sealed class Supply
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            if (!scan.Tripped)
            {
                scan.Outputs |= scan.Table.RoleOutputs[(int)OutputRole.Supply];
            }

            scan.TellInput(InputRole.SupplyFailed);
            scan.HoldUnattended(LaneHold.SupplyFailed, scan.On(InputRole.SupplyFailed));
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
