using System.Text;

namespace BarrierNode.Site.Tests;

/// <summary>The files of this repository that the tests read.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<BoardModel>> LoadedBoards = new(() => BoardFile.LoadAll(BoardsFolder));

    public static string Root { get; } = FindRoot();

    public static string BoardsFolder => Path.Combine(Root, "hardware", "boards");

    public static IReadOnlyList<BoardModel> Boards => LoadedBoards.Value;

    public static string SitePath(string name) => Path.Combine(Root, "simulator", "sites", name + ".yaml");

    public static string SiteText(string name) => File.ReadAllText(SitePath(name));

    public static SiteModel Site(string name) => SiteFile.Load(SitePath(name), BoardsFolder);

    /// <summary>Reads a site from text, under the name <c>site.yaml</c>.</summary>
    public static SiteModel Read(string yaml) => SiteFile.Read("site.yaml", Encoding.UTF8.GetBytes(yaml), Boards);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BarrierNode.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests must run below the repository.");
    }
}
