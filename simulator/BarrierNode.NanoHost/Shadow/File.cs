using BarrierNode.NanoHost;

namespace System.IO
{
    /// <summary>Files of the chip's drive <c>I:</c>.</summary>
    internal static class File
    {
        public static bool Exists(string path)
        {
            return ChipStorage.Exists(path);
        }

        public static void Delete(string path)
        {
            ChipStorage.Delete(path);
        }

        public static void Move(string sourceFileName, string destFileName)
        {
            ChipStorage.Move(sourceFileName, destFileName);
        }

        public static byte[] ReadAllBytes(string path)
        {
            return ChipStorage.ReadAllBytes(path);
        }

        public static void WriteAllBytes(string path, byte[] bytes)
        {
            ChipStorage.WriteAllBytes(path, bytes);
        }
    }
}
