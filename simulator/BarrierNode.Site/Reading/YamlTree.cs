using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BarrierNode.Site;

/// <summary>
/// Makes a tree of lines and values from a YAML text. Built from the parser's events, not from its document model, because that one gives up
/// at the first doubled key and follows aliases without end.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 12;

    private readonly string _file;
    private readonly ProblemList _problems;
    private readonly Parser _parser;

    private YamlTree(string file, ProblemList problems, string text)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads the one mapping that a file consists of.</summary>
    public static YamlMap Read(string file, ProblemList problems, string text)
    {
        try
        {
            return new YamlTree(file, problems, text).Root();
        }
        catch (YamlException e)
        {
            string why = e.Message.Split('\n')[0].TrimEnd('.', ' ', '\r');
            throw new SiteFileException([new SiteProblem(file, LineOf(e.Start), $"this is not YAML ({why})", "well-formed YAML")]);
        }
    }

    private static int LineOf(Mark mark) => (int)Math.Max(1, mark.Line);

    private YamlMap Root()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.Accept<DocumentStart>(out _))
        {
            throw Fatal(1, "the file is empty", "keys and values");
        }

        _parser.Consume<DocumentStart>();
        YamlItem root = Item(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            throw Fatal(LineOf(second.Start), "a second document starts here", "one document");
        }

        return root as YamlMap ?? throw Fatal(root.Line, "the file does not start with a key", "keys and values");
    }

    private YamlItem Item(int depth)
    {
        ParsingEvent e = _parser.Consume<ParsingEvent>();
        int line = LineOf(e.Start);
        if (e is AnchorAlias || e is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Fatal(line, "an anchor or alias (& or *)", "the value itself, written out");
        }

        if (e is NodeEvent { Tag.IsEmpty: false })
        {
            throw Fatal(line, "a tag (!)", "the value without a tag");
        }

        if (depth > MaxDepth)
        {
            throw Fatal(line, "the nesting is too deep", $"at most {MaxDepth} levels");
        }

        return e switch
        {
            Scalar s => new YamlScalar(line, s.Value, s.Style == ScalarStyle.Plain),
            SequenceStart => List(line, depth),
            MappingStart => Map(line, depth),
            _ => throw Fatal(line, "this is not a value", "a value, a list or keys"),
        };
    }

    private YamlList List(int line, int depth)
    {
        var items = new List<YamlItem>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Item(depth + 1));
        }

        return new YamlList(line, items);
    }

    private YamlMap Map(int line, int depth)
    {
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlItem keyItem = Item(depth + 1);
            if (keyItem is not YamlScalar key)
            {
                throw Fatal(keyItem.Line, "this key is not a name", "a name before the colon");
            }

            YamlItem value = Item(depth + 1);
            YamlEntry? first = entries.Find(e => e.Key == key.Text);
            if (first is null)
            {
                entries.Add(new YamlEntry(key.Text, key.Line, value));
            }
            else
            {
                _problems.Add(key.Line, $"the key '{key.Text}' is here a second time", $"it once (first on line {first.Line})");
            }
        }

        return new YamlMap(line, entries);
    }

    private SiteFileException Fatal(int line, string what, string expected) => new([new SiteProblem(_file, line, what, expected)]);
}
