namespace BarrierNode.Interlock
{
    /// <summary>
    /// Program-flow check (G8): the steps of a scan report in their order, and only a scan in which every one did, once, is complete.
    /// </summary>
    public sealed class ScanFlow
    {
        private readonly int _steps;
        private int _next;

        /// <summary>Makes a check.</summary>
        /// <param name="steps">Number of steps in a complete scan.</param>
        public ScanFlow(int steps)
        {
            _steps = steps;
            _next = -1;
        }

        /// <summary>Begins a scan.</summary>
        public void Begin()
        {
            _next = 0;
        }

        /// <summary>Reports that a step was done. A step out of order spoils the scan.</summary>
        /// <param name="step">Number of the step, from 0.</param>
        public void Done(int step)
        {
            _next = step == _next ? _next + 1 : -1;
        }

        /// <summary>Ends the scan.</summary>
        /// <returns>True when every step was done in order.</returns>
        public bool End()
        {
            bool complete = _next == _steps;
            _next = -1;
            return complete;
        }
    }
}
