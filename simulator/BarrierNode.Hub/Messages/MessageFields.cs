using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>
/// The fields of one message. Fields that it is not asked for are ignored; one that is asked for must be there with exactly its type, since
/// a guess about a barrier is worse than no answer.
/// </summary>
internal readonly struct MessageFields
{
    /// <summary>Longest message that is read at all, in bytes; the protocol allows a node 1,300.</summary>
    public const int MaxLength = 4096;

    private const int MaxText = 256;
    private const int MaxList = 64;
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private readonly JsonElement _root;

    private MessageFields(JsonElement root) => _root = root;

    /// <summary>Reads a message.</summary>
    /// <param name="payload">The bytes as received.</param>
    /// <param name="read">Takes the fields; they are gone when it returns.</param>
    /// <exception cref="MessageException">The bytes are not such a message.</exception>
    public static T Read<T>(byte[] payload, Func<MessageFields, T> read)
    {
        if (payload.Length is 0 or > MaxLength)
        {
            throw new MessageException($"has {payload.Length} bytes, expected 1 to {MaxLength}");
        }

        if (!Utf8.IsValid(payload))
        {
            throw new MessageException("is not UTF-8");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(payload, s_strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new MessageException($"is a JSON {NameOf(document.RootElement.ValueKind)}, expected an object");
            }

            return read(new MessageFields(document.RootElement));
        }
        catch (JsonException problem)
        {
            throw new MessageException($"is not JSON: {problem.Message}");
        }
        catch (InvalidOperationException)
        {
            // Escapes that make no valid text ("\ud800") are found only when the text is taken out.
            throw new MessageException("has a text that is not valid Unicode");
        }
    }

    public string Text(string name)
    {
        JsonElement value = Value(name, JsonValueKind.String);
        return Limited(name, value.GetString()!);
    }

    /// <summary>A text that may be missing; empty counts as missing.</summary>
    public string? OptionalText(string name)
    {
        if (!_root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string text = Text(name);
        return text.Length == 0 ? null : text;
    }

    /// <summary>One of the names that the protocol lists.</summary>
    public string OneOf(string name, IReadOnlyCollection<string> known)
    {
        string text = Text(name);
        return known.Contains(text)
            ? text
            : throw new MessageException($"has \"{name}\":\"{text}\", expected one of {string.Join(", ", known)}");
    }

    public string Boot(string name)
    {
        string text = Text(name);
        return BootId.IsValid(text)
            ? text
            : throw new MessageException($"has \"{name}\":\"{text}\", expected a boot id such as 26-9f3a12cd");
    }

    /// <summary>A name that may be shown to people: letters and digits.</summary>
    public string Name(string name)
    {
        string text = Text(name);
        return text.Length > 0 && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : throw new MessageException($"has no name of letters and digits in \"{name}\"");
    }

    /// <summary>At least one byte, in base64url.</summary>
    public byte[] Bytes(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(Value(name, JsonValueKind.String).GetString()!);
        byte[]? bytes = Base64Url.IsText(text, 0, text.Length) ? Base64Url.Decode(text, 0, text.Length) : null;
        return bytes ?? throw new MessageException($"has no bytes in base64url in \"{name}\"");
    }

    /// <summary>A whole number in a range.</summary>
    public int Number(string name, int least, int most)
    {
        long number = Number(name);
        return number >= least && number <= most
            ? (int)number
            : throw new MessageException($"has \"{name}\":{number}, expected {least} to {most}");
    }

    /// <summary>A whole number that is not negative.</summary>
    public long Number(string name)
    {
        JsonElement value = Value(name, JsonValueKind.Number);
        return value.TryGetInt64(out long number) && number >= 0
            ? number
            : throw new MessageException($"has \"{name}\":{value.GetRawText()}, expected a whole number from 0");
    }

    public long? OptionalNumber(string name) => _root.TryGetProperty(name, out _) ? Number(name) : null;

    public bool Flag(string name)
    {
        if (!_root.TryGetProperty(name, out JsonElement value))
        {
            throw Missing(name);
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw WrongType(name, value, "true or false"),
        };
    }

    public IReadOnlyList<string> Texts(string name)
    {
        JsonElement list = Value(name, JsonValueKind.Array);
        if (list.GetArrayLength() > MaxList)
        {
            throw new MessageException($"has {list.GetArrayLength()} entries in \"{name}\", expected at most {MaxList}");
        }

        string[] texts = new string[list.GetArrayLength()];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = list[i].ValueKind == JsonValueKind.String
                ? Limited(name, list[i].GetString()!)
                : throw WrongType($"{name}[{i}]", list[i], "string");
        }

        return texts;
    }

    /// <summary>A list of texts that may be missing.</summary>
    public IReadOnlyList<string> OptionalTexts(string name) => _root.TryGetProperty(name, out _) ? Texts(name) : [];

    /// <summary>A list of objects, each read by itself.</summary>
    public IReadOnlyList<T> Items<T>(string name, Func<MessageFields, T> read)
    {
        JsonElement list = Value(name, JsonValueKind.Array);
        if (list.GetArrayLength() > MaxList)
        {
            throw new MessageException($"has {list.GetArrayLength()} entries in \"{name}\", expected at most {MaxList}");
        }

        T[] items = new T[list.GetArrayLength()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = list[i].ValueKind == JsonValueKind.Object
                ? read(new MessageFields(list[i]))
                : throw WrongType($"{name}[{i}]", list[i], "object");
        }

        return items;
    }

    private static string Limited(string name, string text) => text.Length <= MaxText
        ? text
        : throw new MessageException($"has {text.Length} characters in \"{name}\", expected at most {MaxText}");

    private static MessageException Missing(string name) => new($"has no field \"{name}\"");

    private static MessageException WrongType(string name, JsonElement value, string expected) =>
        new($"has a JSON {NameOf(value.ValueKind)} in \"{name}\", expected {expected}");

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private JsonElement Value(string name, JsonValueKind kind)
    {
        if (!_root.TryGetProperty(name, out JsonElement value))
        {
            throw Missing(name);
        }

        return value.ValueKind == kind ? value : throw WrongType(name, value, NameOf(kind));
    }
}
