using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>What a lane asks of the gate about several outputs at once.</summary>
    internal static class GateQuery
    {
        /// <summary>The conditions that refuse any of these outputs with this condition image, a mask.</summary>
        public static long Blocking(Gate gate, int outputs, long conditions)
        {
            long blocking = 0;
            for (int o = 0; outputs != 0; o++, outputs >>= 1)
            {
                if ((outputs & 1) != 0)
                {
                    blocking |= gate.WouldBlock(o, conditions);
                }
            }

            return blocking;
        }
    }
}
