namespace BarrierNode.Control
{
    /// <summary>
    /// One scan of the node from pin to pin: read the pins, step the controller, write the pins, pulse the permission chain. While a trip of the whole
    /// node withholds the pulse, a single edge now and then tells the second stage of the chain that the program lives: it must not reset a node
    /// that only waits for its trip to be reset. One edge is no pulse: the first stage takes two within 250 ms.
    /// </summary>
    public sealed class ScanStep
    {
        /// <summary>Time from one scan to the next, in microseconds.</summary>
        public const long PeriodUs = 20000;

        /// <summary>
        /// Scans from one sign of life to the next: 10 s. Counted, not timed: a clock that runs wild must not make a pulse of them.
        /// </summary>
        public const int LifeScans = 500;

        // A clock that stands or runs backwards lets nothing run out: no time limit, no lease, no late scan. The gate takes this for late.
        private const long StandsUs = -1;

        private readonly Controller _controller;
        private readonly ScanPort _port;
        private long _lastUs = -1;
        private int _withheld;

        /// <summary>Makes the scan of a node that has just started.</summary>
        /// <param name="controller">Its controller.</param>
        /// <param name="port">Its pins and its clock.</param>
        public ScanStep(Controller controller, ScanPort port)
        {
            _controller = controller;
            _port = port;
        }

        /// <summary>Scans. What state a scan leaves behind that throws is unknown: there may be none after it.</summary>
        /// <returns>True when there is something to tell for the link.</returns>
        public bool Scan()
        {
            long nowUs = _port.NowUs();
            long elapsedUs = _lastUs < 0 ? 0 : nowUs > _lastUs ? nowUs - _lastUs : StandsUs;
            _lastUs = nowUs;
            _port.ReadLoops(_controller.Loops);
            _port.Write(_controller.Scan(_controller.Loops.Sense(_port.Read()), elapsedUs));
            int scanUs = (int)(_port.NowUs() - nowUs);
            bool pulse = _controller.EndScan(scanUs, elapsedUs);
            _withheld = pulse || elapsedUs == StandsUs || !_controller.IsSound ? 0 : _withheld + 1;
            if (pulse || _withheld == LifeScans)
            {
                _withheld = 0;
                _port.Pulse();
            }

            return _controller.Reports.HasSome;
        }
    }
}
