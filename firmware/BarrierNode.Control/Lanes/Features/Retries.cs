using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Tries a reversed raise again, a few times, then stays down.</summary>
    internal sealed class Retries
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
