namespace BarrierNode.Control
{
    /// <summary>UTF-8, strict: no overlong form, no surrogate, nothing above U+10FFFF. The chip's own decoder lets such bytes pass.</summary>
    internal static class Utf8
    {
        /// <summary>True when all bytes are well-formed.</summary>
        public static bool IsValid(byte[] bytes)
        {
            int i = 0;
            while (i < bytes.Length)
            {
                int c = bytes[i++];
                if (c < 0x80)
                {
                    continue;
                }

                int more = Continuations(c);
                if (more < 0 || i + more > bytes.Length)
                {
                    return false;
                }

                int code = c & (0x3F >> more);
                for (int k = 0; k < more; k++)
                {
                    if ((bytes[i] & 0xC0) != 0x80)
                    {
                        return false;
                    }

                    code = (code << 6) | (bytes[i++] & 0x3F);
                }

                int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
                if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Decodes one character of valid bytes, whose first byte was read already, into UTF-16.</summary>
        /// <returns>The new length.</returns>
        public static int Decode(byte[] bytes, ref int at, int first, char[] chars, int length)
        {
            int more = Continuations(first);
            int code = first & (0x3F >> more);
            for (int k = 0; k < more; k++)
            {
                code = (code << 6) | (bytes[at++] & 0x3F);
            }

            if (code >= 0x10000)
            {
                chars[length++] = (char)(0xD7C0 + (code >> 10));
                chars[length++] = (char)(0xDC00 | (code & 0x3FF));
            }
            else
            {
                chars[length++] = (char)code;
            }

            return length;
        }

        private static int Continuations(int first)
        {
            return first >= 0xF8 ? -1 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
        }
    }
}
