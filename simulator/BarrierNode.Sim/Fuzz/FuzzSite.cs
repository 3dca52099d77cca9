using System.Text;
using BarrierNode.Site;

namespace BarrierNode.Sim.Fuzz;

/// <summary>The text of a site file, from which an episode makes its site.</summary>
/// <param name="Path">Path of the file, for messages.</param>
/// <param name="Text">The site file.</param>
/// <param name="Boards">The boards that it may name.</param>
public sealed record FuzzSite(string Path, string Text, IReadOnlyList<BoardModel> Boards)
{
    /// <summary>Its name: that of the file.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Reads a site file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="boardsFolder">Folder with the board files.</param>
    /// <exception cref="SiteFileException">The file has faults; the message names them line by line.</exception>
    public static FuzzSite Load(string path, string boardsFolder)
    {
        SiteFile.Load(path, boardsFolder);
        return new FuzzSite(path, File.ReadAllText(path), BoardFile.LoadAll(boardsFolder));
    }

    /// <summary>The site, checked.</summary>
    /// <exception cref="SiteFileException">The text has faults.</exception>
    public SiteModel Read() => SiteFile.Read(Path, Encoding.UTF8.GetBytes(Text), Boards);
}
