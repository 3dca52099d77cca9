using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Two lines that are never open together. The gate sees to that; this says why the lane does not open.
    /// </summary>
    internal sealed class SallyPort
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
            int other = scan.Table.SallyLane;
            if (other >= 0)
            {
                bool closed = ((scan.Conditions >> ConditionBit.OfLane(other, ConditionBit.LaneUp)) & 1L) != 0;
                scan.Hold(LaneHold.SallyPort, false, !closed, false);
            }
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
