namespace BarrierNode.Control
{
    /// <summary>The pins and the clock of the scan: those of the chip, or a street's.</summary>
    public abstract class ScanPort
    {
        /// <summary>Time since the start in microseconds; it only rises.</summary>
        public abstract long NowUs();

        /// <summary>Puts what the loops have counted since the reading before.</summary>
        /// <param name="loops">Where to.</param>
        public abstract void ReadLoops(LoopBank loops);

        /// <summary>Levels of the inputs, a mask in the order of the site table; low for the loops that the node measures.</summary>
        public abstract int Read();

        /// <summary>Writes the outputs: those that go off first.</summary>
        /// <param name="levels">Their levels, a mask in the order of the site table.</param>
        public abstract void Write(int levels);

        /// <summary>One edge for the permission chain.</summary>
        public abstract void Pulse();
    }
}
