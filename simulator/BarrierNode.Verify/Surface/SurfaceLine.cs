namespace BarrierNode.Verify.Surface;

/// <summary>One line of the surface data. <c>firmware/nanoframework-api/README.md</c> states the format.</summary>
public sealed class SurfaceLine
{
    private static readonly Dictionary<char, KindRule> s_rules = new()
    {
        ['A'] = new(1, "version token key attr", ""),
        ['R'] = new(1, "version token", ""),
        ['T'] = new(2, "base implements generic fields attr",
            "nested protected static abstract sealed readonly ref class struct interface enum delegate"),
        ['F'] = new(3, "value attr", "protected static const readonly"),
        ['M'] = new(3, "params implements attr", "protected static abstract virtual override sealed final private readonly"),
        ['P'] = new(3, "access params implements attr", "protected static abstract virtual override sealed final private readonly"),
        ['E'] = new(3, "attr", "protected static abstract virtual override sealed final private"),
    };

    private readonly Dictionary<string, string> _tags = [];
    private readonly HashSet<string> _modifiers;
    private readonly string _file;

    private SurfaceLine(string file, int number, string text, string[] columns, int fixedColumns)
    {
        _file = file;
        Number = number;
        Text = text;
        Kind = text[0];
        Id = SurfaceId.Parse(columns[0][2..]);
        string[] used = columns[..Math.Min(fixedColumns, columns.Length)];
        string words = used.ElementAtOrDefault(Kind == 'T' ? 1 : 2) ?? "";
        _modifiers = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Type = Kind == 'T' ? words.Split(' ')[^1] : used.ElementAtOrDefault(1) ?? "";
    }

    /// <summary>Line in the file, from 1.</summary>
    public int Number { get; }

    /// <summary>The whole line.</summary>
    public string Text { get; }

    /// <summary>A assembly, R reference, T type, F field, M method, P property, E event.</summary>
    public char Kind { get; }

    /// <summary>What the line is about.</summary>
    public SurfaceId Id { get; }

    /// <summary>
    /// Type of a field, property or event; what a method returns; of a type what it is: class, struct, interface, enum, delegate.
    /// </summary>
    public string Type { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="file">Name of the file, for errors.</param>
    /// <param name="number">Line in the file, from 1.</param>
    /// <param name="text">The line without its end.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="SurfaceException">The line is not of the format.</exception>
    public static SurfaceLine Parse(string file, int number, string text)
    {
        if (text.Length < 3 || text[1] != ':' || !s_rules.TryGetValue(text[0], out KindRule? rule))
        {
            throw new SurfaceException(
                file, number, $"\"{text}\", expected a line that begins with A:, R:, T:, F:, M:, P: or E: and an id");
        }

        if (text.Any(letter => letter is (< ' ' and not '\t') or > '~'))
        {
            throw new SurfaceException(file, number, "a character outside ASCII, expected \\u and four hex digits for it");
        }

        string[] columns = text.Split('\t');
        // A line ends with its last used column, so a member without modifiers and tags has two.
        if (columns.Length < Math.Min(rule.Columns, 2) || columns[^1].Length == 0)
        {
            throw new SurfaceException(file, number, $"{columns.Length} columns, expected {rule.Columns} and tags, none empty at the end");
        }

        SurfaceLine line = new(file, number, text, columns, rule.Columns);
        foreach (string modifier in line._modifiers.Where(modifier => !rule.Modifiers.Split(' ').Contains(modifier)))
        {
            throw line.Fault($"modifier '{modifier}', expected one of: {rule.Modifiers}");
        }

        foreach (string column in columns.Skip(rule.Columns))
        {
            int colon = column.IndexOf(':');
            string name = colon < 0 ? column : column[..colon];
            if (colon < 0 || !rule.Tags.Split(' ').Contains(name) || !line._tags.TryAdd(name, column[(colon + 1)..]))
            {
                throw line.Fault($"tag '{name}', expected each of these at most once: {rule.Tags}");
            }
        }

        return line;
    }

    /// <summary>Whether the line has a modifier.</summary>
    /// <param name="modifier">Such as <c>static</c>.</param>
    public bool Is(string modifier) => _modifiers.Contains(modifier);

    /// <summary>Text of a tag, or null without one.</summary>
    /// <param name="name">Such as <c>params</c>.</param>
    public string? Tag(string name) => _tags.GetValueOrDefault(name);

    /// <summary>Parts of a tag that is a list; none without the tag.</summary>
    /// <param name="name">Such as <c>params</c>.</param>
    /// <param name="separator">What stands between the parts.</param>
    public string[] Tags(string name, char separator) => Tag(name)?.Split(separator) ?? [];

    /// <summary>Text of a tag that must be there.</summary>
    /// <param name="name">Such as <c>version</c>.</param>
    /// <exception cref="SurfaceException">It is not.</exception>
    public string Needed(string name) => Tag(name) ?? throw Fault($"no tag '{name}', expected one");

    /// <summary>The error that names this line.</summary>
    /// <param name="what">What is wrong and what is expected.</param>
    public SurfaceException Fault(string what) => new(_file, Number, what);

    private sealed record KindRule(int Columns, string Tags, string Modifiers);
}
