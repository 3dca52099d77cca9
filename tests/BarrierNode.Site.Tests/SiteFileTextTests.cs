using System.Text;

namespace BarrierNode.Site.Tests;

/// <summary>Files that are not a site at all: each gets a sentence, never a crash.</summary>
[TestClass]
public sealed class SiteFileTextTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Load_NoSuchFile_SaysSo()
    {
        AssertLoad("no/such.yaml", "no/such.yaml:1: the file does not exist, expected the path of a YAML file");
    }

    [TestMethod]
    public void Load_EmptyPath_SaysSo()
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFile.Load("", SiteFiles.BoardsFolder));

        Assert.Contains("the file cannot be read", e.Message);
    }

    [TestMethod]
    public void Load_Folder_SaysSo()
    {
        AssertLoad(Repository.Root, $"{Repository.Root}:1: this is a folder, expected a YAML file");
    }

    [TestMethod]
    public void Load_NoBoards_SaysSo()
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFile.Load(SiteFiles.SitePath("minimal"), "no/boards"));

        Assert.AreEqual("no/boards:1: there is no board file here, expected the folder hardware/boards", e.Message);
    }

    [TestMethod]
    public void Load_PathWithSpaces_IsRead()
    {
        string folder = Directory.CreateTempSubdirectory("bn site ").FullName;
        try
        {
            string path = Path.Combine(folder, "my site.yaml");
            File.WriteAllText(path, TestSite.Yaml);

            Assert.AreEqual(path, SiteFile.Load(path, SiteFiles.BoardsFolder).File);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n")]
    [DataRow("# only a comment\n")]
    public void Text_Empty_IsRefused(string yaml)
    {
        TestSite.AssertRefused(yaml, "site.yaml:1: the file is empty, expected keys and values");
    }

    [TestMethod]
    [DataRow("hello", "site.yaml:1: the file does not start with a key, expected keys and values")]
    [DataRow("\n- a\n", "site.yaml:2: the file does not start with a key, expected keys and values")]
    [DataRow("a: 1\n---\nb: 2\n", "site.yaml:2: a second document starts here, expected one document")]
    [DataRow("a: 1\nb: &x 2\nc: 3\n", "site.yaml:2: an anchor or alias (& or *), expected the value itself, written out")]
    [DataRow("a: &x { b: *x }\n", "site.yaml:1: an anchor or alias (& or *), expected the value itself, written out")]
    [DataRow("a: 1\nb: !!int 2\n", "site.yaml:2: a tag (!), expected the value without a tag")]
    [DataRow("a: 1\n[b]: 2\n", "site.yaml:2: this key is not a name, expected a name before the colon")]
    [DataRow("a: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", "site.yaml:1: the nesting is too deep, expected at most 12 levels")]
    public void Text_NotOfTheForm_IsRefused(string yaml, string problem)
    {
        TestSite.AssertRefused(yaml, problem);
    }

    [TestMethod]
    public void Alias_WithoutItsAnchor_IsRefused()
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read("a: 1\nb: *x\n"));

        Assert.StartsWith("site.yaml:2: ", e.Message);
    }

    [TestMethod]
    [DataRow("version: 1\ncity: \"lab\nsite: x\n", 2)]
    [DataRow("version: 1\npermit: { pin: 4\ncity: lab\n", 2)]
    [DataRow("version: 1\nlanes:\n  - id: a\n kind: b\n", 4)]
    [DataRow("version: 1\ncity: lab: ghent\n", 2)]
    [DataRow("version: 1\n@\n", 2)]
    [DataRow("version: 1\npermit: {\n\n", 2)]
    public void Text_BrokenYaml_IsRefusedAtItsLine(string yaml, int line)
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read(yaml));

        TestContext.WriteLine(e.Message);
        SiteProblem problem = e.Problems.Single();
        Assert.AreEqual(("site.yaml", line, "well-formed YAML"), (problem.File, problem.Line, problem.Expected));
        Assert.StartsWith("this is not YAML (", problem.What);
    }

    [TestMethod]
    public void Text_DeepNestingWithoutEnd_IsRefused()
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFiles.Read("a: " + new string('[', 200_000)));

        Assert.AreEqual("site.yaml:1: the nesting is too deep, expected at most 12 levels", e.Message);
    }

    [TestMethod]
    public void Text_WithTabs_IsRefusedAtEachLine()
    {
        TestSite.AssertRefused(
            "version: 1\n\tcity: lab\nsite: test # a\tb\n",
            "site.yaml:2: a tab character, expected spaces",
            "site.yaml:3: a tab character, expected spaces");
    }

    [TestMethod]
    [DataRow("\u0000", "0000")]
    [DataRow("\u2028", "2028")]
    [DataRow("\u202E", "202E")]
    [DataRow("\rx", "000D")]
    public void Text_WithInvisibleCharacters_IsRefusedAtItsLine(string text, string code)
    {
        TestSite.AssertRefused(
            $"version: 1\ncity: la{text}b\n", $"site.yaml:2: a character that nobody sees (U+{code}), expected visible characters");
    }

    [TestMethod]
    public void Text_NotUtf8_IsRefusedAtItsLine()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("version: 1\ncity: N"), 0xEE, .. Encoding.UTF8.GetBytes("mes\n")];

        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFile.Read("site.yaml", bytes, SiteFiles.Boards));

        Assert.AreEqual("site.yaml:2: this line is not UTF-8, expected a file saved as UTF-8", e.Message);
    }

    [TestMethod]
    public void Text_Over256Kilobytes_IsRefused()
    {
        TestSite.AssertRefused(
            TestSite.Yaml + "#" + new string('x', 262144 - TestSite.Yaml.Length),
            "site.yaml:1: the file has 262145 bytes, expected at most 262144");
    }

    [TestMethod]
    public void Text_OfExactly256Kilobytes_IsRead()
    {
        Assert.HasCount(2, SiteFiles.Read(TestSite.Yaml + "#" + new string('x', 262143 - TestSite.Yaml.Length)).Lanes);
    }

    private static void AssertLoad(string path, string problem)
    {
        var e = Assert.ThrowsExactly<SiteFileException>(() => SiteFile.Load(path, SiteFiles.BoardsFolder));

        Assert.AreEqual(problem, e.Message);
    }
}
