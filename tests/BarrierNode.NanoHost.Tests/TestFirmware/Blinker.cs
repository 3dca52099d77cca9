using System.Device.Gpio;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace BarrierNode.NanoHost.TestFirmware
{
    /// <summary>A little firmware: copies an input to an output every ms on a thread of its own, and never returns from Main.</summary>
    public static class Blinker
    {
        public const int Input = 4;
        public const int Output = 16;
        public const int Lamp = 17;

        public static void Main()
        {
            new Thread(Copy).Start();
            for (;;)
            {
                Thread.Sleep(1000);
            }
        }

        private static void Copy()
        {
            GpioController gpio = new GpioController();
            GpioPin input = gpio.OpenPin(Input, PinMode.Input);
            GpioPin output = gpio.OpenPin(Output, PinMode.Output);
            GpioPin lamp = gpio.OpenPin(Lamp, PinMode.Output);
            lamp.Write(PinValue.High);
            ulong started = HighResTimer.GetCurrent();
            for (;;)
            {
                output.Write(input.Read());
                Thread.Sleep(HighResTimer.GetCurrent() - started > 0 ? 1 : 2);
            }
        }
    }
}
