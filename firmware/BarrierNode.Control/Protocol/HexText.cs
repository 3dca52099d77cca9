namespace BarrierNode.Control
{
    /// <summary>Hexadecimal text in lower case; the chip formats no lower case of its own.</summary>
    public static class HexText
    {
        private const string Digits = "0123456789abcdef";

        /// <summary>The eight digits of a number.</summary>
        /// <param name="value">The number.</param>
        public static string Of(int value)
        {
            char[] chars = new char[8];
            for (int i = 7; i >= 0; i--)
            {
                chars[i] = Digits[value & 15];
                value >>= 4;
            }

            return new string(chars);
        }
    }
}
