using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BarrierNode.Site.Tests.FieldFuzz;

/// <summary>One value of a site file: where it stands in the text, and under which key.</summary>
/// <param name="Key">The nearest key above it.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="KeyStart">Index of its key's first character, or that of the value where it is an item of a list.</param>
internal sealed record Field(string Key, int Start, int End, int KeyStart)
{
    /// <summary>Every value in a text, in its order.</summary>
    public static List<Field> Of(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        var fields = new List<Field>();
        Node(parser, fields, "", 0);
        return fields;
    }

    /// <summary>Its line, from 1.</summary>
    public int LineIn(string yaml) => 1 + yaml.AsSpan(0, Start).Count('\n');

    /// <summary>The text with another value in its place.</summary>
    public string Replace(string yaml, string value) => yaml[..Start] + value + yaml[End..];

    private static void Node(Parser parser, List<Field> fields, string key, int keyStart)
    {
        switch (parser.Consume<ParsingEvent>())
        {
            case Scalar scalar:
                int start = (int)scalar.Start.Index;
                fields.Add(new Field(key, start, (int)scalar.End.Index, keyStart < 0 ? start : keyStart));
                break;
            case SequenceStart:
                while (!parser.Accept<SequenceEnd>(out _))
                {
                    Node(parser, fields, key, -1);
                }

                parser.MoveNext();
                break;
            default:
                while (!parser.Accept<MappingEnd>(out _))
                {
                    Scalar name = parser.Consume<Scalar>();
                    Node(parser, fields, name.Value, (int)name.Start.Index);
                }

                parser.MoveNext();
                break;
        }
    }
}
