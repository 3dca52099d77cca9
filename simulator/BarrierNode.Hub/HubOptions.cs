namespace BarrierNode.Hub;

/// <summary>Settings of a hub.</summary>
/// <param name="DatabaseFile">Path of the SQLite file; it is made when missing.</param>
/// <param name="Seat">The seat that issues commands (<c>iss</c>), 1 to 32 characters.</param>
/// <param name="CommandKeyOf">The command key of a node, 32 bytes, or null when this hub has none.</param>
/// <param name="StaleAfter">A node is no longer live when its last beat is older than this; 3 s when not given.</param>
public sealed record HubOptions(
    string DatabaseFile, string Seat, Func<NodeAddress, byte[]?> CommandKeyOf, TimeSpan? StaleAfter = null)
{
    /// <summary>A command without an answer for this long gets the stage <c>noAnswer</c>.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Folder of the flight records, beside the database; it is made when missing.</summary>
    public string RecordsFolder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseFile))!, "records");

    /// <summary>The age of a beat from which a node is stale.</summary>
    public TimeSpan StaleLimit => StaleAfter ?? TimeSpan.FromSeconds(3);
}
