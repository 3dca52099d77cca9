using System.Text;

namespace BarrierNode.Site.Tests;

/// <summary>The boards and sites of this repository.</summary>
internal static class SiteFiles
{
    private static readonly Lazy<IReadOnlyList<BoardModel>> LoadedBoards = new(() => BoardFile.LoadAll(BoardsFolder));

    public static string BoardsFolder => Repository.File("hardware/boards");

    public static IReadOnlyList<BoardModel> Boards => LoadedBoards.Value;

    /// <summary>The name of every site of the repository, each as the arguments of a test.</summary>
    public static IEnumerable<object[]> Names =>
        Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Order(StringComparer.Ordinal).Select(f => new object[] { Path.GetFileNameWithoutExtension(f) });

    public static string SitePath(string name) => Repository.File($"simulator/sites/{name}.yaml");

    public static string SiteText(string name) => File.ReadAllText(SitePath(name));

    public static SiteModel Site(string name) => SiteFile.Load(SitePath(name), BoardsFolder);

    /// <summary>Reads a site from text, under the name <c>site.yaml</c>.</summary>
    public static SiteModel Read(string yaml) => SiteFile.Read("site.yaml", Encoding.UTF8.GetBytes(yaml), Boards);
}
