using System.Security.Cryptography;
using BarrierNode.Interlock;

namespace BarrierNode.Control
{
    /// <summary>
    /// Reads the compact binary site table and rejects every one that is not whole, not of this version, or not made for this node.
    /// The layout (all numbers little-endian, texts as one length byte and ASCII) is in docs/site-table.md.
    /// </summary>
    public static class SiteTableReader
    {
        /// <summary>First four bytes of a table, "BNST".</summary>
        public const int Magic = 0x54534E42;

        /// <summary>Version of the layout.</summary>
        public const int Version = 3;

        /// <summary>Length of the authentication tag at the end, in bytes (HMAC-SHA-256).</summary>
        public const int TagLength = 32;

        /// <summary>Longest table, in bytes.</summary>
        public const int MaxLength = 8192;

        /// <summary>Reads a table.</summary>
        /// <param name="bytes">The table as stored.</param>
        /// <param name="key">The node's configuration key.</param>
        /// <param name="node">Name of this node.</param>
        /// <exception cref="SiteTableException">The table is not whole, not authentic, or not for this node.</exception>
        public static SiteTable Read(byte[] bytes, byte[] key, string node)
        {
            int end = bytes.Length - TagLength - 4;
            if (end < 12 || bytes.Length > MaxLength)
            {
                throw new SiteTableException("its length is not possible");
            }

            ByteReader reader = new ByteReader(bytes, 0, end);
            if (reader.Int() != Magic)
            {
                throw new SiteTableException("is not one (wrong first bytes)");
            }

            int version = reader.Int();
            if (version != Version)
            {
                throw new SiteTableException("has version " + version + ", this firmware reads " + Version);
            }

            int hash = new ByteReader(bytes, end, end + 4).Int();
            if (hash != Crc32.Of(bytes, 0, end))
            {
                throw new SiteTableException("its check word is wrong");
            }

            if (!TagMatches(bytes, key))
            {
                throw new SiteTableException("was not made with this node's configuration key");
            }

            SiteTable site = ReadBody(reader);
            site.Hash = hash;
            if (!reader.AtEnd)
            {
                throw new SiteTableException("has bytes after its end");
            }

            if (site.Node != node)
            {
                throw new SiteTableException("is for node " + site.Node + ", this is " + node);
            }

            string fault = SiteTableCheck.Fault(site);
            if (fault != null)
            {
                throw new SiteTableException(fault);
            }

            return site;
        }

        private static bool TagMatches(byte[] bytes, byte[] key)
        {
            byte[] signed = new byte[bytes.Length - TagLength];
            System.Array.Copy(bytes, 0, signed, 0, signed.Length);
            return ConstantTime.Equal(HMACSHA256.HashData(key, signed), 0, bytes, signed.Length, TagLength);
        }

        private static SiteTable ReadBody(ByteReader r)
        {
            string city = r.Text();
            string siteName = r.Text();
            string node = r.Text();
            string board = r.Text();
            int inputs = r.Count(GateTable.MaxInputs, "inputs");
            int outputs = r.Count(GateTable.MaxOutputs, "outputs");
            int lanes = r.Count(SiteTable.MaxLanes, "lanes");
            SiteTable site = new SiteTable(inputs, outputs, lanes);
            site.City = city;
            site.Site = siteName;
            site.Node = node;
            site.Board = board;
            site.PermitPin = r.Byte();
            site.ResetInput = r.Byte() - 1;
            site.DetectorInputs = r.Int();
            for (int i = 0; i < inputs; i++)
            {
                site.InputNames[i] = r.Text();
                site.InputPins[i] = r.Byte();
            }

            for (int i = 0; i < outputs; i++)
            {
                site.OutputNames[i] = r.Text();
                site.OutputPins[i] = r.Byte();
            }

            site.Gate = ReadGate(r);
            for (int i = 0; i < lanes; i++)
            {
                site.Lanes[i] = ReadLane(r);
            }

            site.Loops = new LoopTable[r.Count(LoopBank.MaxLoops, "loops")];
            for (int i = 0; i < site.Loops.Length; i++)
            {
                site.Loops[i] = ReadLoop(r);
            }

            return site;
        }

        private static GateTable ReadGate(ByteReader r)
        {
            long[] words = new long[GateTable.WordCount];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = r.Long();
            }

            return new GateTable(words);
        }

        private static LaneTable ReadLane(ByteReader r)
        {
            LaneTable lane = new LaneTable();
            lane.Id = r.Text();
            lane.Kind = (LaneKind)r.Byte();
            lane.RaiseOutputs = r.Int();
            lane.LowerOutputs = r.Int();
            lane.RedOutputs = r.Int();
            lane.GreenOutputs = r.Int();
            lane.WarningOutputs = r.Int();
            lane.RaiseWarningMs = r.Int();
            lane.LowerWarningMs = r.Int();
            lane.RaiseTimeoutMs = r.Int();
            lane.LowerTimeoutMs = r.Int();
            lane.UpInputs = r.Ints(r.Count(GateTable.MaxInputs, "limit switches"));
            lane.DownInputs = r.Ints(r.Count(GateTable.MaxInputs, "limit switches"));
            lane.HoldOutputs = r.Int();
            lane.Detectors = r.Int();
            lane.EntryInput = r.Byte() - 1;
            lane.ExitInput = r.Byte() - 1;
            lane.SallyLane = r.Byte() - 1;
            ReadInts(r, lane.RoleInputs);
            ReadInts(r, lane.RoleOutputs);
            ReadInts(r, lane.Settings);
            ReadCalendar(r, lane);
            return lane;
        }

        private static void ReadCalendar(ByteReader r, LaneTable lane)
        {
            int openings = r.Count(LaneTable.MaxCalendarRows, "opening times");
            lane.OpenDays = r.Ints(openings);
            lane.OpenFromMinute = r.Ints(openings);
            lane.OpenToMinute = r.Ints(openings);
            int closures = r.Count(LaneTable.MaxCalendarRows, "closures");
            lane.ClosedFromMinutes = r.Ints(closures);
            lane.ClosedToMinutes = r.Ints(closures);
        }

        private static void ReadInts(ByteReader r, int[] values)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = r.Int();
            }
        }

        private static LoopTable ReadLoop(ByteReader r)
        {
            LoopTable loop = new LoopTable();
            loop.Input = r.Byte();
            loop.Pin = r.Byte();
            loop.NominalHz = r.Int();
            loop.SensitivityPpm = r.Int();
            loop.MaxDriftPpmPerMinute = r.Int();
            return loop;
        }
    }
}
