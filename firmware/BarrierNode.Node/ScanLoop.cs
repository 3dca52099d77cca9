using System;
using System.Threading;
using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>The scan thread: one scan every 20 ms.</summary>
    internal sealed class ScanLoop
    {
        private readonly ScanStep _step;
        private readonly ChipPins _pins;
        private readonly AutoResetEvent _wakeLink;

        public ScanLoop(ScanStep step, ChipPins pins, AutoResetEvent wakeLink)
        {
            _step = step;
            _pins = pins;
            _wakeLink = wakeLink;
        }

        /// <summary>
        /// Runs until a scan throws. What state such a scan leaves behind is unknown, so there is none after it: everything goes off, the pulse
        /// ends, and the second stage of the permission chain resets the chip.
        /// </summary>
        public void Run()
        {
            long dueUs = _pins.NowUs();
            for (;;)
            {
                try
                {
                    if (_step.Scan())
                    {
                        _wakeLink.Set();
                    }
                }
                catch (Exception e)
                {
                    _pins.AllOff();
                    Console.WriteLine("Scan stopped: " + e.Message);
                    return;
                }

                dueUs += ScanStep.PeriodUs;
                long nowUs = _pins.NowUs();
                if (dueUs < nowUs)
                {
                    // Behind: the lost scans are not made up for.
                    dueUs = nowUs;
                }

                Thread.Sleep((int)((dueUs - nowUs + 999) / 1000));
            }
        }
    }
}
