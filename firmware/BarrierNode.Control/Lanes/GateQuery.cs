using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>What a lane asks of the gate about several outputs at once.</summary>
    internal static class GateQuery
    {
        /// <summary>The conditions that refuse any of these outputs with this condition image, a mask.</summary>
        public static long Blocking(Gate gate, int outputs, long conditions)
        {
            GateTable table = gate.Table;
            long blocking = 0;
            for (int o = 0; o < table.OutputCount; o++)
            {
                if ((outputs & (1 << o)) != 0)
                {
                    blocking |= (table.MustBeOne(o) & ~conditions) | (table.MustBeZero(o) & conditions);
                }
            }

            return blocking;
        }

        /// <summary>The latched trip conditions that hold any of these outputs off, a mask.</summary>
        public static long TripsHolding(Gate gate, int outputs)
        {
            long trips = 0;
            for (int o = 0; o < gate.Table.OutputCount; o++)
            {
                if ((outputs & (1 << o)) != 0)
                {
                    trips |= gate.TripsHolding(o);
                }
            }

            return trips;
        }
    }
}
