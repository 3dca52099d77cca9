namespace BarrierNode.Control
{
    /// <summary>
    /// Writes one compact JSON object into a fixed buffer. A text that would not fit is left out whole with its key, so what is published is
    /// always well-formed; <see cref="Overflowed"/> tells.
    /// </summary>
    public sealed class JsonWriter
    {
        // Room kept free for the brackets that close the object.
        private const int Tail = 2;

        private readonly byte[] _buffer;
        private int _length;
        private bool _comma;
        private bool _arrayOpen;
        private int _objectAt;
        private bool _objectComma;
        private bool _inObject;
        private bool _objectCut;

        /// <summary>Makes a writer.</summary>
        /// <param name="capacity">Longest message in bytes.</param>
        public JsonWriter(int capacity)
        {
            _buffer = new byte[capacity];
        }

        /// <summary>True when something was left out since <see cref="Begin"/>.</summary>
        public bool Overflowed { get; private set; }

        /// <summary>Starts a new object.</summary>
        public void Begin()
        {
            _length = 0;
            _comma = false;
            Overflowed = false;
            _inObject = false;
            _objectCut = false;
            _buffer[_length++] = (byte)'{';
        }

        /// <summary>Writes a text field.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="value">Its value; characters outside printable ASCII become question marks.</param>
        public void Text(string key, string value)
        {
            if (Key(key, value.Length + 2))
            {
                Quoted(value);
            }
        }

        /// <summary>Writes a number field.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="value">Its value.</param>
        public void Number(string key, long value)
        {
            string digits = value.ToString();
            if (Key(key, digits.Length))
            {
                Raw(digits);
            }
        }

        /// <summary>Writes a field that is true or false.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="value">Its value.</param>
        public void Flag(string key, bool value)
        {
            if (Key(key, 5))
            {
                Raw(value ? "true" : "false");
            }
        }

        /// <summary>Writes a field of bytes as base64url.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="bytes">The bytes.</param>
        /// <param name="count">How many of them.</param>
        public void Bytes(string key, byte[] bytes, int count)
        {
            if (Key(key, Base64Url.LengthOf(count) + 2))
            {
                _buffer[_length++] = (byte)'"';
                _length = Base64Url.Encode(bytes, count, _buffer, _length);
                _buffer[_length++] = (byte)'"';
            }
        }

        /// <summary>Starts an array of texts; <see cref="Item"/> adds to it.</summary>
        /// <param name="key">Its key.</param>
        public void BeginArray(string key)
        {
            _arrayOpen = Key(key, 2);
            if (_arrayOpen)
            {
                _buffer[_length++] = (byte)'[';
                _comma = false;
            }
        }

        /// <summary>Adds a text to the array that was started last.</summary>
        /// <param name="value">The text.</param>
        public void Item(string value)
        {
            if (!_arrayOpen || _length + value.Length + 4 + Tail > _buffer.Length)
            {
                Overflowed = true;
                return;
            }

            if (_comma)
            {
                _buffer[_length++] = (byte)',';
            }

            Quoted(value);
            _comma = true;
        }

        /// <summary>Starts an object in the array that was started last; its fields follow.</summary>
        public void BeginObject()
        {
            _inObject = true;
            _objectAt = _length;
            _objectComma = _comma;
            _objectCut = !_arrayOpen || _length + 2 + Tail > _buffer.Length;
            if (_objectCut)
            {
                return;
            }

            if (_comma)
            {
                _buffer[_length++] = (byte)',';
            }

            _buffer[_length++] = (byte)'{';
            _comma = false;
        }

        /// <summary>Ends the object. One whose fields have not all found room is left out whole.</summary>
        public void EndObject()
        {
            _inObject = false;
            if (_objectCut || _length + 1 + Tail > _buffer.Length)
            {
                _objectCut = false;
                _length = _objectAt;
                _comma = _objectComma;
                Overflowed = true;
                return;
            }

            _buffer[_length++] = (byte)'}';
            _comma = true;
        }

        /// <summary>Ends the array.</summary>
        public void EndArray()
        {
            if (_arrayOpen)
            {
                _buffer[_length++] = (byte)']';
                _comma = true;
            }
        }

        /// <summary>Ends the object.</summary>
        /// <returns>The message.</returns>
        public byte[] End()
        {
            _buffer[_length++] = (byte)'}';
            byte[] message = new byte[_length];
            System.Array.Copy(_buffer, message, _length);
            return message;
        }

        private bool Key(string key, int valueLength)
        {
            if (_objectCut || _length + key.Length + valueLength + 4 + Tail > _buffer.Length)
            {
                _objectCut = _inObject;
                Overflowed = true;
                return false;
            }

            if (_comma)
            {
                _buffer[_length++] = (byte)',';
            }

            _comma = true;
            Quoted(key);
            _buffer[_length++] = (byte)':';
            return true;
        }

        private void Quoted(string text)
        {
            _buffer[_length++] = (byte)'"';
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                _buffer[_length++] = c < ' ' || c > '~' || c == '"' || c == '\\' ? (byte)'?' : (byte)c;
            }

            _buffer[_length++] = (byte)'"';
        }

        private void Raw(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                _buffer[_length++] = (byte)text[i];
            }
        }
    }
}
