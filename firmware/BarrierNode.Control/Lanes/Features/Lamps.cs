using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The lamps and their current.</summary>
    internal sealed class Lamps
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
