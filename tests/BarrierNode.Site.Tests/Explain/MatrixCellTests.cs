using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Site.Explain;

namespace BarrierNode.Site.Tests.Explain;

/// <summary>Every bit of mustBeOne and mustBeZero stands in each form exactly once, and nothing else does.</summary>
[TestClass]
public sealed class MatrixCellTests
{
    private const int RandomTables = 200;

    [TestMethod]
    public void Cells_OfEverySiteOfTheRepository_AreTheWordsOfItsTable()
    {
        string[] files = Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml");
        foreach (string name in files.Select(file => Path.GetFileNameWithoutExtension(file)))
        {
            SiteTable table = SiteCompiler.Compile(SiteFiles.Site(name));

            AssertCells(table, InterlockMatrix.Of(SiteFiles.Site(name)), name);

            Assert.IsGreaterThan(10, MatrixPages.CellsOf(table).Length, name);
        }

        Assert.IsGreaterThanOrEqualTo(2, files.Length);
    }

    [TestMethod]
    public void Cells_OfRandomTables_AreTheirWords()
    {
        int seed = RandomSeed.Of();
        for (int i = 0; i < RandomTables; i++)
        {
            SiteTable table = HandTable.Random(new Random(seed + i));

            AssertCells(table, InterlockMatrix.Of(table), $"seed {seed + i}");
        }
    }

    [TestMethod]
    public void Cells_OfTheLargestTable_AreItsWords()
    {
        SiteTable table = HandTable.Largest();

        AssertCells(table, InterlockMatrix.Of(table), "largest");

        Assert.HasCount(16 * 64, MatrixPages.CellsOf(table));
    }

    [TestMethod]
    public void Cell_ThatMustBeBoth_SaysSo()
    {
        SiteTable table = HandTable.Of(inputs: 2, outputs: 1);
        table.Gate.Words[GateTable.MustBeOneAt] = 2;
        table.Gate.Words[GateTable.MustBeZeroAt] = 2;

        Assert.Contains("| out0 | 01 |", MatrixMarkdown.Write(InterlockMatrix.Of(table)));
    }

    [TestMethod]
    public void CellIds_OfASite_AreUniqueAndMadeOfTheNames()
    {
        InterlockMatrix matrix = InterlockMatrix.Of(SiteFiles.Site("promenade"));
        string[] ids = [.. matrix.Outputs.SelectMany(o => matrix.Conditions.Select(c => InterlockMatrix.CellId(o, c)))];

        Assert.AreEqual(ids.Length, ids.Distinct().Count());
        CollectionAssert.Contains(ids, "promenade.raise/entryLoop");
        CollectionAssert.Contains(ids, "depot.raise/depot.up");
        CollectionAssert.Contains(ids, "depot.raise/depot.provenUp");
    }

    [TestMethod]
    public void CellIds_InAnotherPlaceOfTheTable_StayTheSame()
    {
        SiteTable table = HandTable.Of(inputs: 3, outputs: 2);
        table.Gate.Words[GateTable.MustBeZeroAt + 1] = 4;
        SiteTable moved = HandTable.Of(inputs: 3, outputs: 2);
        moved.Gate.Words[GateTable.MustBeZeroAt] = 1;
        moved.InputNames[0] = "in2";
        moved.OutputNames[0] = "out1";

        CollectionAssert.AreEqual(new[] { "out1/in2 0" }, MatrixPages.CellsOfHtml(MatrixHtml.Write(InterlockMatrix.Of(table))));
        CollectionAssert.AreEqual(new[] { "out1/in2 0" }, MatrixPages.CellsOfHtml(MatrixHtml.Write(InterlockMatrix.Of(moved))));
    }

    private static void AssertCells(SiteTable table, InterlockMatrix matrix, string what)
    {
        string expected = string.Join('\n', MatrixPages.CellsOf(table));
        string markdown = MatrixMarkdown.Write(matrix);
        Dictionary<string, int> numbers = matrix.Conditions
            .SelectMany(c => matrix.Outputs.Select(o => (Id: InterlockMatrix.CellId(o, c), c.Number))).ToDictionary(x => x.Id, x => x.Number);
        IEnumerable<string> html = MatrixPages.CellsOfHtml(MatrixHtml.Write(matrix)).Select(cell =>
        {
            string[] idAndSign = cell.Split(' ');
            return $"{idAndSign[0].Split('/')[0]} {numbers[idAndSign[0]]} {idAndSign[1]}";
        });

        Assert.AreEqual(expected, string.Join('\n', MatrixPages.CellsOfMarkdown(markdown)), $"{what}, Markdown");
        Assert.AreEqual(expected, string.Join('\n', MatrixPages.CellsOfText(MatrixText.Write(matrix))), $"{what}, text");
        Assert.AreEqual(expected, string.Join('\n', html.Order()), $"{what}, HTML");
        CollectionAssert.AreEqual(
            MatrixPages.ColumnsOf(table),
            MatrixPages.MarkdownTable(markdown, "Conditions").Skip(1).Select(row => int.Parse(row[0])).ToArray(),
            what);
    }
}
