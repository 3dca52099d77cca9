using System;
using System.Security.Cryptography;

namespace BarrierNode.Control
{
    /// <summary>
    /// JWS in compact form (RFC 7515) with HS256 and one constant protected header, the one that stock libraries write by default:
    /// <c>{"alg":"HS256","typ":"JWT"}</c>. There is no choice of algorithm to attack.
    /// </summary>
    public static class Jws
    {
        /// <summary>The protected header, base64url, that every command starts with.</summary>
        public const string Header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

        private const int TagLength = 32;
        private const int TagTextLength = 43;

        /// <summary>Signs a payload.</summary>
        /// <param name="payload">The payload, UTF-8.</param>
        /// <param name="key">The key, 32 bytes.</param>
        /// <returns>The message, ASCII.</returns>
        public static byte[] Sign(byte[] payload, byte[] key)
        {
            byte[] signed = Ascii(Header + "." + Base64Url.Encode(payload));
            byte[] tag = Ascii("." + Base64Url.Encode(HMACSHA256.HashData(key, signed)));
            byte[] message = new byte[signed.Length + tag.Length];
            Array.Copy(signed, message, signed.Length);
            Array.Copy(tag, 0, message, signed.Length, tag.Length);
            return message;
        }

        /// <summary>Checks a message; only when its signature is right is its payload decoded.</summary>
        /// <param name="message">The message as received.</param>
        /// <param name="key">The key, or null when the node has none for this purpose.</param>
        /// <param name="payload">The payload, or null when refused.</param>
        /// <returns>None, or why the message is refused.</returns>
        public static RefusalReason Open(byte[] message, byte[] key, out byte[] payload)
        {
            payload = null;
            int payloadStart = Header.Length + 1;
            int tagStart = message.Length - TagTextLength;
            if (tagStart - 1 <= payloadStart || !StartsWithHeader(message) || message[tagStart - 1] != '.'
                || !Base64Url.IsText(message, payloadStart, tagStart - 1) || !Base64Url.IsText(message, tagStart, message.Length))
            {
                return RefusalReason.Malformed;
            }

            if (key == null || key.Length == 0)
            {
                return RefusalReason.NoKey;
            }

            byte[] signed = new byte[tagStart - 1];
            Array.Copy(message, signed, signed.Length);
            byte[] received = Base64Url.Decode(message, tagStart, message.Length);
            if (received == null || !ConstantTime.Equal(HMACSHA256.HashData(key, signed), 0, received, 0, TagLength))
            {
                return RefusalReason.BadSignature;
            }

            payload = Base64Url.Decode(message, payloadStart, tagStart - 1);
            return payload == null ? RefusalReason.Malformed : RefusalReason.None;
        }

        private static bool StartsWithHeader(byte[] message)
        {
            for (int i = 0; i < Header.Length; i++)
            {
                if (message[i] != Header[i])
                {
                    return false;
                }
            }

            return message[Header.Length] == '.';
        }

        private static byte[] Ascii(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            return bytes;
        }
    }
}
