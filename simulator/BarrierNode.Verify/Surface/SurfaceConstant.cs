using System.Globalization;
using System.Text.RegularExpressions;
using Mono.Cecil;

namespace BarrierNode.Verify.Surface;

/// <summary>Constants as the data writes them.</summary>
internal static partial class SurfaceConstant
{
    /// <summary>Reads the constant of a given type.</summary>
    /// <param name="type">Its metadata type; that of an enum is the underlying one.</param>
    /// <param name="text">The constant.</param>
    /// <param name="line">Where it stands.</param>
    /// <exception cref="SurfaceException">It is none of this type.</exception>
    public static object? Parse(MetadataType type, string text, SurfaceLine line)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        try
        {
            return type switch
            {
                _ when text == "null" => null,
                MetadataType.Boolean => text switch { "true" => true, "false" => false, _ => throw new FormatException() },
                MetadataType.Char => Quoted(text, '\'') is [char letter] ? letter : throw new FormatException(),
                MetadataType.String => Quoted(text, '"'),
                MetadataType.SByte => sbyte.Parse(text, culture),
                MetadataType.Byte => byte.Parse(text, culture),
                MetadataType.Int16 => short.Parse(text, culture),
                MetadataType.UInt16 => ushort.Parse(text, culture),
                MetadataType.Int32 => int.Parse(text, culture),
                MetadataType.UInt32 => uint.Parse(text, culture),
                MetadataType.Int64 => long.Parse(text, culture),
                MetadataType.UInt64 => ulong.Parse(text, culture),
                MetadataType.Single => float.Parse(text, culture),
                MetadataType.Double => double.Parse(text, culture),
                _ => throw new FormatException(),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw line.Fault($"constant {text}, expected one of type {type}");
        }
    }

    private static string Quoted(string text, char quote) =>
        text.Length >= 2 && text[0] == quote && text[^1] == quote
            ? Escape().Replace(text[1..^1], match => match.Groups[1] is { Success: true } hex
                ? ((char)ushort.Parse(hex.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                : match.Value[1..])
            : throw new FormatException();

    [GeneratedRegex(@"\\(?:u([0-9a-fA-F]{4})|[\\""])")]
    private static partial Regex Escape();
}
