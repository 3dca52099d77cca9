using BarrierNode.Control;
using BarrierNode.Interlock;

namespace BarrierNode.Site.Explain;

/// <summary>
/// The interlock of one node as people read it: outputs against conditions, and every number of the rules. It is made from the words of
/// the gate table, not from the site file, so it shows what the node does even if the compiler were wrong. docs/interlock-matrix.md tells
/// how to read it.
/// </summary>
public sealed class InterlockMatrix
{
    // The check word of a table does not depend on the key that authenticates it.
    private static readonly byte[] AnyKey = new byte[32];

    private readonly GateTable _gate;

    private InterlockMatrix(SiteTable table)
    {
        var parts = new MatrixReader(table);
        _gate = table.Gate;
        Place = $"{table.City}/{table.Site}/{table.Node}";
        Board = table.Board;
        TableHash = $"{table.Hash:x8}";
        LateLimitMs = MatrixReader.Milliseconds(_gate.Words[GateTable.LateLimitUsAt]);
        RearmGapMs = MatrixReader.Milliseconds(_gate.Words[GateTable.RearmGapUsAt]);
        Outputs = parts.Outputs();
        Conditions = parts.Conditions();
        Inputs = parts.Inputs();
        Pairs = parts.Pairs();
        Trips = parts.Trips();
    }

    /// <summary>City, site and node, with slashes between them.</summary>
    public string Place { get; }

    /// <summary>Name of the board whose pins are used.</summary>
    public string Board { get; }

    /// <summary>Check word of the site table, as the node publishes it in its birth message: 8 hexadecimal digits.</summary>
    public string TableHash { get; }

    /// <summary>Version and source hash of the interlock that reads the table, as the node publishes them.</summary>
    public string InterlockVersion { get; } = $"{Interlock.InterlockVersion.Version} ({Interlock.InterlockVersion.SourceHash:x8})";

    /// <summary>What tells this matrix from every other.</summary>
    internal IReadOnlyList<PageFact> Facts =>
        [new("board", Board), new("site table", TableHash), new("interlock", InterlockVersion)];

    /// <summary>A gap between scans over this is late (G5), in milliseconds.</summary>
    public decimal LateLimitMs { get; }

    /// <summary>Two scans in a row within this gap re-arm (G5), in milliseconds.</summary>
    public decimal RearmGapMs { get; }

    /// <summary>The rows: every output, in the order of the table.</summary>
    public IReadOnlyList<MatrixOutput> Outputs { get; }

    /// <summary>The columns: every condition that an output looks at, in the order of the table.</summary>
    public IReadOnlyList<MatrixCondition> Conditions { get; }

    /// <summary>Every input, in the order of the table.</summary>
    public IReadOnlyList<MatrixInput> Inputs { get; }

    /// <summary>The two-channel inputs.</summary>
    public IReadOnlyList<MatrixPair> Pairs { get; }

    /// <summary>Every trip condition of the table, in the order of the conditions.</summary>
    public IReadOnlyList<MatrixTrip> Trips { get; }

    /// <summary>Compiles a site, and reads the table back as its node does.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    public static InterlockMatrix Of(SiteModel site) =>
        Of(SiteTableReader.Read(SiteTableWriter.Write(SiteCompiler.Compile(site), AnyKey), AnyKey, site.Node));

    /// <summary>Reads a site table.</summary>
    /// <param name="table">A table without <see cref="SiteTableCheck.Fault"/>, written or read before, so that it has its hash.</param>
    public static InterlockMatrix Of(SiteTable table) => new(table);

    /// <summary>What an output asks of a condition.</summary>
    /// <param name="output">A row.</param>
    /// <param name="condition">A column.</param>
    public Need Cell(MatrixOutput output, MatrixCondition condition) =>
        (Has(_gate.MustBeOne(output.Number), condition) ? Need.One : Need.None)
        | (Has(_gate.MustBeZero(output.Number), condition) ? Need.Zero : Need.None);

    /// <summary>The conditions of which an output asks something.</summary>
    /// <param name="output">A row.</param>
    /// <param name="need">What it asks.</param>
    public IEnumerable<MatrixCondition> ConditionsWith(MatrixOutput output, Need need) =>
        Conditions.Where(condition => (Cell(output, condition) & need) != 0);

    /// <summary>
    /// Name of a cell in checklists and links, "output/condition". It stays the same as long as both keep their names, wherever they stand.
    /// What an address cannot carry is escaped as in one.
    /// </summary>
    /// <param name="output">A row.</param>
    /// <param name="condition">A column.</param>
    public static string CellId(MatrixOutput output, MatrixCondition condition) =>
        $"{Uri.EscapeDataString(output.Name)}/{Uri.EscapeDataString(condition.Name)}";

    private static bool Has(long mask, MatrixCondition condition) => ((mask >> condition.Number) & 1) != 0;
}
