using System;

namespace BarrierNode.Control
{
    /// <summary>
    /// Where the node keeps its files: flash on the chip. A write may be cut off by a power failure at any byte; the journal recovers from
    /// that, a store need not.
    /// </summary>
    public abstract class JournalStore
    {
        /// <summary>Reads a file.</summary>
        /// <param name="name">Its name, without a folder.</param>
        /// <returns>Its bytes, or null when there is no such file.</returns>
        public abstract byte[] Read(string name);

        /// <summary>Reads a file that has to be there.</summary>
        /// <param name="name">Its name, without a folder.</param>
        /// <exception cref="Exception">There is no such file; the message says how it gets there.</exception>
        public byte[] Require(string name)
        {
            byte[] bytes = Read(name);
            if (bytes == null)
            {
                throw new Exception(name + " is not in the flash; write it with: nanoff --filedeployment");
            }

            return bytes;
        }

        /// <summary>Writes a whole file in place of what was there.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="bytes">Its bytes.</param>
        /// <param name="count">How many of them.</param>
        public abstract void Write(string name, byte[] bytes, int count);

        /// <summary>Adds to the end of a file, and makes it if need be.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="bytes">An array that holds the bytes.</param>
        /// <param name="start">The first of them.</param>
        /// <param name="count">How many of them.</param>
        public abstract void Append(string name, byte[] bytes, int start, int count);

        /// <summary>Deletes a file; one that does not exist is no error.</summary>
        /// <param name="name">Its name.</param>
        public abstract void Delete(string name);
    }
}
