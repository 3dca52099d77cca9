using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Two lines that are never open together.</summary>
    internal sealed class SallyPort
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
