namespace BarrierNode.Control
{
    /// <summary>One scan of the node from pin to pin: read the pins, step the controller, write the pins, pulse the permission chain.</summary>
    public sealed class ScanStep
    {
        /// <summary>Time from one scan to the next, in microseconds.</summary>
        public const long PeriodUs = 20000;

        // A clock that stands or runs backwards lets nothing run out: no time limit, no lease, no late scan. The gate takes this for late.
        private const long StandsUs = -1;

        private readonly Controller _controller;
        private readonly ScanPort _port;
        private long _lastUs = -1;

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
            if (_controller.EndScan(scanUs, elapsedUs))
            {
                _port.Pulse();
            }

            return _controller.Reports.HasSome;
        }
    }
}
