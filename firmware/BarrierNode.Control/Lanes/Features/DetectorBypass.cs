using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>Ignores a broken detector for a limited time, while a person holds the button of the panel.</summary>
    internal sealed class DetectorBypass
    {
        /// <summary>Words that <see cref="Exchange"/> takes.</summary>
        public const int StateWords = 0;

        /// <summary>The inputs that count as clear although their detectors say otherwise, a mask.</summary>
        public int Inputs;

        /// <summary>One scan.</summary>
        public void Step(LaneScan scan)
        {
        }

        /// <summary>Takes the command.</summary>
        /// <param name="scan">The lane.</param>
        /// <param name="argument">Argument of the command.</param>
        /// <returns>None, or why not.</returns>
        public RefusalReason Command(LaneScan scan, int argument)
        {
            return RefusalReason.NotFitted;
        }

        /// <summary>Saves or loads the state.</summary>
        public void Exchange(StateFrame frame)
        {
        }
    }
}
