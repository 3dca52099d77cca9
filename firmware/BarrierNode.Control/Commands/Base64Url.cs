using System;

namespace BarrierNode.Control
{
    /// <summary>Base64 with the URL alphabet and no padding (RFC 4648, section 5), strict.</summary>
    public static class Base64Url
    {
        /// <summary>Encodes bytes.</summary>
        /// <param name="bytes">The bytes.</param>
        public static string Encode(byte[] bytes)
        {
            char[] chars = Convert.ToBase64String(bytes).ToCharArray();
            int length = chars.Length;
            while (length > 0 && chars[length - 1] == '=')
            {
                length--;
            }

            for (int i = 0; i < length; i++)
            {
                chars[i] = chars[i] == '+' ? '-' : chars[i] == '/' ? '_' : chars[i];
            }

            return new string(chars, 0, length);
        }

        /// <summary>Encodes bytes into ASCII text.</summary>
        /// <param name="bytes">The bytes.</param>
        /// <param name="count">How many of them.</param>
        /// <param name="text">Where to; takes <see cref="LengthOf"/> characters.</param>
        /// <param name="at">First character there.</param>
        /// <returns>Behind the last character.</returns>
        public static int Encode(byte[] bytes, int count, byte[] text, int at)
        {
            int bits = 0;
            int held = 0;
            for (int i = 0; i < count; i++)
            {
                held = (held << 8) | bytes[i];
                bits += 8;
                while (bits >= 6)
                {
                    bits -= 6;
                    text[at++] = Letter((held >> bits) & 0x3F);
                }

                held &= 0x3F;
            }

            if (bits > 0)
            {
                text[at++] = Letter((held << (6 - bits)) & 0x3F);
            }

            return at;
        }

        /// <summary>Characters that bytes take.</summary>
        /// <param name="count">Number of bytes.</param>
        public static int LengthOf(int count)
        {
            return ((count * 4) + 2) / 3;
        }

        /// <summary>True when every byte of a part is in the alphabet and the length is possible.</summary>
        /// <param name="text">The array.</param>
        /// <param name="start">First byte.</param>
        /// <param name="end">Behind the last byte.</param>
        public static bool IsText(byte[] text, int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                byte c = text[i];
                bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                if (!letter && c != '-' && c != '_')
                {
                    return false;
                }
            }

            return end > start && (end - start) % 4 != 1;
        }

        /// <summary>Decodes a part for which <see cref="IsText"/> is true.</summary>
        /// <param name="text">The array.</param>
        /// <param name="start">First byte.</param>
        /// <param name="end">Behind the last byte.</param>
        /// <returns>The bytes, or null when the last character has bits that do not belong to a byte: one value, one text.</returns>
        public static byte[] Decode(byte[] text, int start, int end)
        {
            int length = end - start;
            char[] chars = new char[(length + 3) / 4 * 4];
            for (int i = 0; i < chars.Length; i++)
            {
                char c = i < length ? (char)text[start + i] : '=';
                chars[i] = c == '-' ? '+' : c == '_' ? '/' : c;
            }

            byte[] bytes = Convert.FromBase64CharArray(chars, 0, chars.Length);
            string canonical = Encode(bytes);
            return canonical[length - 1] == (char)text[end - 1] ? bytes : null;
        }

        private static byte Letter(int value)
        {
            return (byte)(value < 26 ? 'A' + value : value < 52 ? 'a' + value - 26 : value < 62 ? '0' + value - 52 : value == 62 ? '-' : '_');
        }
    }
}
