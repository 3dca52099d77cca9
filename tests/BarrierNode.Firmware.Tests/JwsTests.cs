using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class JwsTests
    {
        // Made with another implementation of HMAC-SHA-256: payload {"a":1}, key of the bytes 0 to 31.
        private const string Known = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhIjoxfQ.ZncqQghPVDdXKycNeQA6Xi13LTtoj2j0OH4aqLk4C3U";

        [TestMethod]
        public void Sign_KnownPayload_GivesTheKnownMessage()
        {
            Assert.AreEqual(Known, Bytes.Text(Jws.Sign(Bytes.Of("{\"a\":1}"), Key())));
        }

        [TestMethod]
        public void Open_KnownMessage_GivesItsPayload()
        {
            Assert.AreEqual((int)RefusalReason.None, (int)Jws.Open(Bytes.Of(Known), Key(), out byte[] payload));
            Assert.AreEqual("{\"a\":1}", Bytes.Text(payload));
        }

        [TestMethod]
        public void Open_AnyByteChanged_IsRefused()
        {
            byte[] message = Bytes.Of(Known);
            for (int i = 0; i < message.Length; i++)
            {
                message[i] ^= 1;
                Assert.AreNotEqual((int)RefusalReason.None, (int)Jws.Open(message, Key(), out byte[] payload));
                Assert.IsNull(payload);
                message[i] ^= 1;
            }
        }

        [TestMethod]
        public void Open_WithAnotherKeyOrNone_TellsWhy()
        {
            byte[] other = Key();
            other[31] ^= 1;
            Assert.AreEqual((int)RefusalReason.BadSignature, (int)Jws.Open(Bytes.Of(Known), other, out byte[] _));
            Assert.AreEqual((int)RefusalReason.NoKey, (int)Jws.Open(Bytes.Of(Known), null, out byte[] _));
        }

        [TestMethod]
        public void Open_ShortMessages_AreMalformed()
        {
            for (int length = 0; length < Known.Length - 1; length += 7)
            {
                byte[] message = Bytes.Of(Known.Substring(0, length));
                Assert.AreEqual((int)RefusalReason.Malformed, (int)Jws.Open(message, Key(), out byte[] _), "length " + length);
            }
        }

        private static byte[] Key()
        {
            return Bytes.Counting(32);
        }
    }
}
