using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>The buttons of the cabinet's panel: step by step, or moving only while held.</summary>
    internal sealed class PanelButtons
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
