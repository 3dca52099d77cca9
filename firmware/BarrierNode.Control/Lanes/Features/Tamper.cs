using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>A passive barrier, or a cover, that was tampered with.</summary>
    internal sealed class Tamper
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
