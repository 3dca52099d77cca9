using System;
using System.Threading;
using BarrierNode.Control;
using nanoFramework.Hardware.Esp32;

namespace BarrierNode.Node
{
    /// <summary>The scan thread: every 20 ms read the pins, step the controller, write the pins, pulse the permission chain.</summary>
    internal sealed class ScanLoop
    {
        /// <summary>Time from one scan to the next, in microseconds.</summary>
        public const long PeriodUs = 20000;

        private readonly Controller _controller;
        private readonly Pins _pins;
        private readonly LoopCounters _counters;
        private readonly AutoResetEvent _wakeLink;
        private long _lastUs = -1;

        public ScanLoop(Controller controller, Pins pins, LoopCounters counters, AutoResetEvent wakeLink)
        {
            _controller = controller;
            _pins = pins;
            _counters = counters;
            _wakeLink = wakeLink;
        }

        /// <summary>
        /// Runs until a scan throws. What state such a scan leaves behind is unknown, so there is none after it: everything goes off, the pulse
        /// ends, and the second stage of the permission chain resets the chip.
        /// </summary>
        public void Run()
        {
            long dueUs = (long)HighResTimer.GetCurrent();
            for (;;)
            {
                try
                {
                    Scan();
                }
                catch (Exception e)
                {
                    _pins.AllOff();
                    Console.WriteLine("Scan stopped: " + e.Message);
                    return;
                }

                dueUs += PeriodUs;
                long nowUs = (long)HighResTimer.GetCurrent();
                if (dueUs < nowUs)
                {
                    // Behind: the lost scans are not made up for.
                    dueUs = nowUs;
                }

                Thread.Sleep((int)((dueUs - nowUs + 999) / 1000));
            }
        }

        private void Scan()
        {
            long nowUs = (long)HighResTimer.GetCurrent();
            long elapsedUs = _lastUs < 0 ? 0 : nowUs - _lastUs;
            _lastUs = nowUs;
            _counters.Read(_controller.Loops);
            _pins.Write(_controller.Scan(_controller.Loops.Sense(_pins.Read()), elapsedUs));
            int scanUs = (int)((long)HighResTimer.GetCurrent() - nowUs);
            if (_controller.EndScan(scanUs, elapsedUs))
            {
                _pins.Pulse();
            }

            if (_controller.Reports.HasSome)
            {
                _wakeLink.Set();
            }
        }
    }
}
