using System.Device.Gpio;
using BarrierNode.Control;
using nanoFramework.Hardware.Esp32;

namespace BarrierNode.Node
{
    /// <summary>
    /// The pins of the cabinet. An output is opened low and only written when it changes. The pin objects are kept: one that is collected turns
    /// its pin into an input.
    /// </summary>
    internal sealed class ChipPins : ScanPort
    {
        private readonly GpioPin[] _inputs;
        private readonly GpioPin[] _outputs;
        private readonly GpioPin _permit;
        private readonly LoopCounters _counters;
        private readonly PinValue _high = PinValue.High;
        private readonly PinValue _low = PinValue.Low;
        private int _written;
        private bool _permitHigh;

        public ChipPins(SiteTable site)
        {
            GpioController gpio = new GpioController();
            _outputs = new GpioPin[site.OutputPins.Length];
            for (int i = 0; i < _outputs.Length; i++)
            {
                _outputs[i] = gpio.OpenPin(site.OutputPins[i], PinMode.Output);
            }

            _permit = gpio.OpenPin(site.PermitPin, PinMode.Output);
            _inputs = new GpioPin[site.InputPins.Length];
            for (int i = 0; i < _inputs.Length; i++)
            {
                if (!IsLoop(site, i))
                {
                    _inputs[i] = gpio.OpenPin(site.InputPins[i], PinMode.Input);
                }
            }

            _counters = new LoopCounters(site.Loops);
        }

        public override long NowUs()
        {
            return (long)HighResTimer.GetCurrent();
        }

        public override void ReadLoops(LoopBank loops)
        {
            _counters.Read(loops);
        }

        public override int Read()
        {
            int levels = 0;
            for (int i = 0; i < _inputs.Length; i++)
            {
                if (_inputs[i] != null && _inputs[i].Read() == _high)
                {
                    levels |= 1 << i;
                }
            }

            return levels;
        }

        public override void Write(int levels)
        {
            WriteChanged(levels, _written & ~levels, _low);
            WriteChanged(levels, levels & ~_written, _high);
        }

        /// <summary>Writes every output low, whatever was written before.</summary>
        public void AllOff()
        {
            _written = -1;
            Write(0);
        }

        public override void Pulse()
        {
            _permitHigh = !_permitHigh;
            _permit.Write(_permitHigh ? _high : _low);
        }

        private static bool IsLoop(SiteTable site, int input)
        {
            for (int i = 0; i < site.Loops.Length; i++)
            {
                if (site.Loops[i].Input == input)
                {
                    return true;
                }
            }

            return false;
        }

        private void WriteChanged(int levels, int changed, PinValue value)
        {
            for (int i = 0; i < _outputs.Length; i++)
            {
                if ((changed & (1 << i)) != 0)
                {
                    _outputs[i].Write(value);
                    _written = (_written & ~(1 << i)) | (levels & (1 << i));
                }
            }
        }
    }
}
