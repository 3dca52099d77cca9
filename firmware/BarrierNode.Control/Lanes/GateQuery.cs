using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// What a lane asks of the gate about some outputs at once. The table's masks of them are joined when it is made: an answer in the scan takes
    /// no loop.
    /// </summary>
    internal sealed class GateQuery
    {
        private readonly Gate _gate;
        private readonly long _one;
        private readonly long _zero;
        private readonly long _trips;

        public GateQuery(Gate gate, int outputs)
        {
            _gate = gate;
            for (int o = 0; o < gate.Table.OutputCount; o++)
            {
                if ((outputs & (1 << o)) != 0)
                {
                    _one |= gate.Table.MustBeOne(o);
                    _zero |= gate.Table.MustBeZero(o);
                }
            }

            _trips = outputs == 0 ? 0 : _zero | (1L << GateTable.TableFault);
        }

        /// <summary>The conditions that refuse any of the outputs with this condition image, a mask.</summary>
        public long Blocking(long conditions)
        {
            return (_one & ~conditions) | (_zero & conditions);
        }

        /// <summary>The latched trip conditions that hold any of the outputs off, a mask.</summary>
        public long TripsHolding()
        {
            return _gate.Latched & _trips;
        }
    }
}
