namespace BarrierNode.Control
{
    /// <summary>
    /// Reads one flat JSON object (RFC 8259): texts, whole numbers, true, false, null; no object or array inside, no key twice. Strict, so
    /// that two readers never disagree on what a signed message says.
    /// </summary>
    public sealed class FlatJson
    {
        private const int MaxFields = 24;

        private readonly string[] _keys = new string[MaxFields];
        private readonly string[] _texts = new string[MaxFields];
        private readonly long[] _numbers = new long[MaxFields];
        private readonly byte[] _json;
        private int _count;
        private int _at;

        private FlatJson(byte[] json)
        {
            _json = json;
        }

        /// <summary>Reads an object.</summary>
        /// <param name="json">The bytes.</param>
        /// <returns>The object, or null when the bytes are not one.</returns>
        public static FlatJson Read(byte[] json)
        {
            if (!Utf8.IsValid(json))
            {
                return null;
            }

            FlatJson reader = new FlatJson(json);
            return reader.ReadObject() ? reader : null;
        }

        /// <summary>Value of a text field.</summary>
        /// <param name="key">Its key.</param>
        /// <returns>The value, or null when there is no such field or it is no text.</returns>
        public string Text(string key)
        {
            int i = IndexOf(key);
            return i < 0 ? null : _texts[i];
        }

        /// <summary>Value of a field that is a whole number.</summary>
        /// <param name="key">Its key.</param>
        /// <param name="missing">Returned when there is no such field or it is no whole number.</param>
        public long Number(string key, long missing)
        {
            int i = IndexOf(key);
            return i < 0 || _texts[i] != null || _numbers[i] == long.MinValue ? missing : _numbers[i];
        }

        private int IndexOf(string key)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_keys[i] == key)
                {
                    return i;
                }
            }

            return -1;
        }

        private bool ReadObject()
        {
            if (!Take('{'))
            {
                return false;
            }

            if (Take('}'))
            {
                return AtEnd();
            }

            do
            {
                if (_count == MaxFields || !ReadField())
                {
                    return false;
                }
            }
            while (Take(','));

            return Take('}') && AtEnd();
        }

        private bool ReadField()
        {
            SkipSpace();
            string key = ReadText();
            if (key == null || IndexOf(key) >= 0 || !Take(':'))
            {
                return false;
            }

            SkipSpace();
            if (_at >= _json.Length)
            {
                return false;
            }

            _texts[_count] = null;
            _numbers[_count] = long.MinValue;
            if (_json[_at] == '"')
            {
                _texts[_count] = ReadText();
                if (_texts[_count] == null)
                {
                    return false;
                }
            }
            else if (!Word("true") && !Word("false") && !Word("null") && !ReadNumber())
            {
                return false;
            }

            _keys[_count++] = key;
            return true;
        }

        private bool ReadNumber()
        {
            bool negative = _json[_at] == '-';
            int start = negative ? _at + 1 : _at;
            int i = start;
            long value = 0;
            while (i < _json.Length && _json[i] >= '0' && _json[i] <= '9')
            {
                if (i - start >= 18)
                {
                    return false;
                }

                value = (value * 10) + (_json[i] - '0');
                i++;
            }

            bool leadingZero = i - start > 1 && _json[start] == '0';
            if (i == start || leadingZero)
            {
                return false;
            }

            _numbers[_count] = negative ? -value : value;
            _at = i;
            return true;
        }

        private string ReadText()
        {
            if (_at >= _json.Length || _json[_at] != '"')
            {
                return null;
            }

            _at++;
            char[] chars = new char[_json.Length - _at];
            int length = 0;
            while (_at < _json.Length)
            {
                int c = _json[_at++];
                if (c == '"')
                {
                    return new string(chars, 0, length);
                }

                if (c < ' ')
                {
                    return null;
                }

                if (c == '\\')
                {
                    c = ReadEscape();
                    if (c < 0)
                    {
                        return null;
                    }

                    chars[length++] = (char)c;
                }
                else if (c < 0x80)
                {
                    chars[length++] = (char)c;
                }
                else
                {
                    length = Utf8.Decode(_json, ref _at, c, chars, length);
                }
            }

            return null;
        }

        private int ReadEscape()
        {
            if (_at >= _json.Length)
            {
                return -1;
            }

            int c = _json[_at++];
            switch (c)
            {
                case '"':
                case '\\':
                case '/': return c;
                case 'b': return 8;
                case 'f': return 12;
                case 'n': return 10;
                case 'r': return 13;
                case 't': return 9;
                case 'u': return ReadHex4();
                default: return -1;
            }
        }

        private int ReadHex4()
        {
            if (_at + 4 > _json.Length)
            {
                return -1;
            }

            int value = 0;
            for (int i = 0; i < 4; i++)
            {
                int c = _json[_at++];
                int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
                if (digit < 0)
                {
                    return -1;
                }

                value = (value << 4) | digit;
            }

            return value;
        }

        private bool Word(string word)
        {
            if (_at + word.Length > _json.Length)
            {
                return false;
            }

            for (int i = 0; i < word.Length; i++)
            {
                if (_json[_at + i] != word[i])
                {
                    return false;
                }
            }

            _at += word.Length;
            return true;
        }

        private bool Take(char c)
        {
            SkipSpace();
            if (_at < _json.Length && _json[_at] == c)
            {
                _at++;
                return true;
            }

            return false;
        }

        private bool AtEnd()
        {
            SkipSpace();
            return _at == _json.Length;
        }

        private void SkipSpace()
        {
            while (_at < _json.Length && (_json[_at] == ' ' || _json[_at] == '\t' || _json[_at] == '\n' || _json[_at] == '\r'))
            {
                _at++;
            }
        }
    }
}
