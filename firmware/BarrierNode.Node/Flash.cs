using System.IO;
using BarrierNode.Control;

namespace BarrierNode.Node
{
    /// <summary>The files in the chip's flash, drive <c>I:</c>. A write stops the whole chip for tens of ms: only in a quiet window.</summary>
    internal sealed class Flash : JournalStore
    {
        private const string Drive = "I:\\";

        public override byte[] Read(string name)
        {
            return File.Exists(Drive + name) ? File.ReadAllBytes(Drive + name) : null;
        }

        public override void Write(string name, byte[] bytes, int count)
        {
            Put(name, FileMode.Create, bytes, 0, count);
        }

        public override void Append(string name, byte[] bytes, int start, int count)
        {
            Put(name, FileMode.Append, bytes, start, count);
        }

        public override void Delete(string name)
        {
            if (File.Exists(Drive + name))
            {
                File.Delete(Drive + name);
            }
        }

        private static void Put(string name, FileMode mode, byte[] bytes, int start, int count)
        {
            using (FileStream stream = new FileStream(Drive + name, mode, FileAccess.Write))
            {
                stream.Write(bytes, start, count);
                stream.Flush();
            }
        }
    }
}
