using System.IO;
using System.Threading;

namespace BarrierNode.NanoHost.TestFirmware
{
    /// <summary>The shadow types, reachable for tests: here Thread and File are the chip's.</summary>
    public static class Api
    {
        public static bool Exists(string path)
        {
            return File.Exists(path);
        }

        public static byte[] Read(string path)
        {
            return File.ReadAllBytes(path);
        }

        public static void Write(string path, byte[] bytes)
        {
            File.WriteAllBytes(path, bytes);
        }

        public static void Delete(string path)
        {
            File.Delete(path);
        }

        public static void Move(string from, string to)
        {
            File.Move(from, to);
        }

        public static Stream Open(string path, FileMode mode, FileAccess access)
        {
            return new FileStream(path, mode, access);
        }

        public static void Sleep(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }

        /// <summary>Starts a thread and returns how to wait for it.</summary>
        public static JoinThread Start(ThreadStart start)
        {
            Thread thread = new Thread(start);
            thread.Priority = ThreadPriority.Highest;
            thread.Start();
            return thread.Join;
        }
    }
}
