using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Counts the raises of the last hour and forbids too many.</summary>
    internal sealed class CycleLimit
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
