namespace BarrierNode.Control
{
    /// <summary>One event as it is stored.</summary>
    public sealed class JournalEntry
    {
        /// <summary>Length of an entry in flash, in bytes.</summary>
        public const int Length = 36;

        /// <summary>Number of the event; rises by one.</summary>
        public long Number;

        /// <summary>Number of the start in which it happened.</summary>
        public int Start;

        /// <summary>Uptime when it happened, in milliseconds.</summary>
        public long UptimeMs;

        /// <summary>What happened.</summary>
        public EventCode Code;

        /// <summary>The lane, or -1 for the node.</summary>
        public int Lane;

        /// <summary>The operation it is about, or None.</summary>
        public CommandOp Op;

        /// <summary>Its number: reason, trip condition, input, count.</summary>
        public int A;

        /// <summary>The conditions behind it, a mask; a count where no condition can be.</summary>
        public long B;

        /// <summary>Writes the entry.</summary>
        /// <param name="bytes">Where to.</param>
        /// <param name="at">First byte.</param>
        public void Put(byte[] bytes, int at)
        {
            ByteCode.PutInt(bytes, at, (int)Number);
            ByteCode.PutInt(bytes, at + 4, Start);
            ByteCode.PutLong(bytes, at + 8, UptimeMs);
            bytes[at + 16] = (byte)Code;
            bytes[at + 17] = (byte)(Lane + 1);
            bytes[at + 18] = (byte)Op;
            bytes[at + 19] = 0;
            ByteCode.PutInt(bytes, at + 20, A);
            ByteCode.PutLong(bytes, at + 24, B);
            ByteCode.PutInt(bytes, at + 32, Crc32.Of(bytes, at, 32));
        }

        /// <summary>Reads an entry.</summary>
        /// <param name="bytes">Where from.</param>
        /// <param name="at">First byte.</param>
        /// <param name="number">The number that it must have.</param>
        /// <returns>False when it is not whole or not that event.</returns>
        public bool Get(byte[] bytes, int at, long number)
        {
            if (at + Length > bytes.Length || ByteCode.Int(bytes, at) != (int)number
                || ByteCode.Int(bytes, at + 32) != Crc32.Of(bytes, at, 32))
            {
                return false;
            }

            Number = number;
            Start = ByteCode.Int(bytes, at + 4);
            UptimeMs = ByteCode.Long(bytes, at + 8);
            Code = (EventCode)bytes[at + 16];
            Lane = bytes[at + 17] - 1;
            Op = (CommandOp)bytes[at + 18];
            A = ByteCode.Int(bytes, at + 20);
            B = ByteCode.Long(bytes, at + 24);
            return true;
        }
    }
}
