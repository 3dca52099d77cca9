using System;

namespace BarrierNode.Interlock
{
    /// <summary>
    /// A picture of the state of everything that a scan works with, as words: saved now and then by the flight recorder, and loaded to replay a
    /// record. Every part passes its fields through in one method, for saving and for loading, so the two can never differ in their order.
    /// </summary>
    public sealed class StateFrame
    {
        private readonly long[] _words;
        private int _at;
        private bool _loads;

        /// <summary>Makes a frame over an array.</summary>
        /// <param name="words">Where the state is kept.</param>
        public StateFrame(long[] words)
        {
            _words = words;
        }

        /// <summary>Position of the next word.</summary>
        public int At
        {
            get { return _at; }
        }

        /// <summary>Begins to save: what passes through is kept.</summary>
        /// <param name="at">Position of the first word.</param>
        public void BeginSave(int at)
        {
            _at = at;
            _loads = false;
        }

        /// <summary>Begins to load: what passes through is replaced by what was kept.</summary>
        /// <param name="at">Position of the first word.</param>
        public void BeginLoad(int at)
        {
            _at = at;
            _loads = true;
        }

        /// <summary>Passes a number.</summary>
        /// <param name="value">The number to save.</param>
        /// <returns>The number to go on with: the same when saving, the kept one when loading.</returns>
        public long Pass(long value)
        {
            if (!_loads)
            {
                _words[_at] = value;
            }

            return _words[_at++];
        }

        /// <summary>Passes a number of 32 bits.</summary>
        /// <param name="value">The number to save.</param>
        /// <returns>The number to go on with.</returns>
        public int Pass(int value)
        {
            return (int)Pass((long)value);
        }

        /// <summary>Passes a flag.</summary>
        /// <param name="value">The flag to save.</param>
        /// <returns>The flag to go on with.</returns>
        public bool Pass(bool value)
        {
            return Pass(value ? 1L : 0L) != 0;
        }

        /// <summary>Passes an array whole.</summary>
        /// <param name="values">The array to save or to fill.</param>
        public void Pass(long[] values)
        {
            if (_loads)
            {
                Array.Copy(_words, _at, values, 0, values.Length);
            }
            else
            {
                Array.Copy(values, 0, _words, _at, values.Length);
            }

            _at += values.Length;
        }
    }
}
