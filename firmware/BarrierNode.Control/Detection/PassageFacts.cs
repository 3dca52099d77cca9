namespace BarrierNode.Control
{
    /// <summary>Packs what is known of a vehicle that passed into the second number of an event, and unpacks it.</summary>
    public static class PassageFacts
    {
        /// <summary>Packs.</summary>
        /// <param name="direction">Which way, bits 0 to 3.</param>
        /// <param name="axles">Number of its axles, 0 when they are not counted, bits 4 to 11.</param>
        /// <param name="lengthMm">Its length in millimetres, 0 when it is not known, bits 12 to 31.</param>
        public static long Pack(PassageDirection direction, int axles, int lengthMm)
        {
            int length = lengthMm > 0x7FFFF ? 0x7FFFF : lengthMm;
            return (int)direction | ((axles > 255 ? 255 : axles) << 4) | (length << 12);
        }

        /// <summary>Which way it went.</summary>
        /// <param name="packed">A packed number.</param>
        public static PassageDirection Direction(long packed)
        {
            return (PassageDirection)((int)packed & 15);
        }

        /// <summary>Number of its axles, 0 when they are not counted.</summary>
        /// <param name="packed">A packed number.</param>
        public static int Axles(long packed)
        {
            return ((int)packed >> 4) & 255;
        }

        /// <summary>Its length in millimetres, 0 when it is not known.</summary>
        /// <param name="packed">A packed number.</param>
        public static int LengthMm(long packed)
        {
            return (int)packed >> 12;
        }

        /// <summary>A speed in km/h, rounded.</summary>
        /// <param name="speedMmS">Millimetres a second.</param>
        public static int SpeedKmh(int speedMmS)
        {
            return ((speedMmS / 10 * 36) + 500) / 1000;
        }
    }
}
