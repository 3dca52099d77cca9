using BarrierNode.NanoHost;

namespace System.IO
{
    /// <summary>A file of the chip's drive <c>I:</c>; what is flushed is on the disk.</summary>
    internal sealed class FileStream : Stream
    {
        private readonly Stream _file;

        public FileStream(string path, FileMode mode, FileAccess access)
        {
            _file = ChipStorage.Open(path, mode, access);
        }

        public override bool CanRead
        {
            get { return _file.CanRead; }
        }

        public override bool CanSeek
        {
            get { return _file.CanSeek; }
        }

        public override bool CanWrite
        {
            get { return _file.CanWrite; }
        }

        public override long Length
        {
            get { return Powered().Length; }
        }

        public override long Position
        {
            get { return Powered().Position; }
            set { Powered().Position = value; }
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            return Powered().Read(buffer, offset, count);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Powered().Write(buffer, offset, count);
        }

        public override long Seek(long offset, SeekOrigin origin)
        {
            return Powered().Seek(offset, origin);
        }

        public override void SetLength(long value)
        {
            Powered().SetLength(value);
        }

        public override void Flush()
        {
            ChipStorage.Flush(Powered());
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _file.Dispose();
            }

            base.Dispose(disposing);
        }

        private Stream Powered()
        {
            ChipRun.Require();
            return _file;
        }
    }
}
