using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>Commands and their stages in the database.</summary>
internal static class CommandStore
{
    private const string InsertCommand =
        "INSERT INTO commands(id, city, site, node, lane, op, operator, reason, arg, boot, beat, seq, sent_ms) "
        + "VALUES($id, $city, $site, $node, $lane, $op, $operator, $reason, $arg, $boot, $beat, $seq, $sent)";

    private const string SelectCommands =
        "SELECT id, city, site, node, lane, op, operator, reason, arg, boot, beat, seq, sent_ms FROM commands ";

    private const string SelectStages = "SELECT stage, at_ms, reason, blocked_by FROM command_stages WHERE id = $id ORDER BY position";

    private const string InsertStage =
        "INSERT OR IGNORE INTO command_stages(id, position, stage, at_ms, reason, blocked_by) "
        + "VALUES($id, $position, $stage, $at, $reason, $blocked)";

    /// <summary>Stores a command with its first stage.</summary>
    public static void Add(SqliteConnection connection, CommandRecord command, CommandStage sent)
    {
        connection.Execute(
            InsertCommand,
            ("$id", command.Id), ("$city", command.Node.City), ("$site", command.Node.Site), ("$node", command.Node.Node),
            ("$lane", command.Lane), ("$op", command.Operation), ("$operator", command.OperatorName), ("$reason", command.Reason),
            ("$arg", command.Argument), ("$boot", command.Boot), ("$beat", command.Beat), ("$seq", command.Seq), ("$sent", command.SentAt.ToUnixTimeMilliseconds()));
        Add(connection, new StageItem(command.Id, 0, sent));
    }

    /// <summary>Stores a further stage.</summary>
    public static void Add(SqliteConnection connection, StageItem item) => connection.Execute(
        InsertStage,
        ("$id", item.Id), ("$position", item.Position), ("$stage", item.Stage.Stage), ("$at", item.Stage.At.ToUnixTimeMilliseconds()),
        ("$reason", item.Stage.Reason), ("$blocked", JsonSerializer.Serialize(item.Stage.BlockedBy)));

    /// <summary>The latest commands, and the latest of every lane.</summary>
    /// <returns>Oldest first.</returns>
    public static List<CommandRecord> Latest(SqliteConnection connection, int count) => connection.Rows(
        SelectCommands + "WHERE number > (SELECT coalesce(max(number), 0) FROM commands) - $count "
        + "OR number IN (SELECT max(number) FROM commands GROUP BY city, site, node, lane) ORDER BY number",
        row => Command(connection, row),
        ("$count", count));

    /// <summary>The highest sequence number used towards each boot of each node.</summary>
    public static Dictionary<(NodeAddress Node, string Boot), long> Sequences(SqliteConnection connection) => connection.Rows(
        "SELECT city, site, node, boot, max(seq) FROM commands GROUP BY city, site, node, boot",
        row => (Key: (Address(row, 0), row.GetString(3)), Seq: row.GetInt64(4))).ToDictionary(row => row.Key, row => row.Seq);

    private static NodeAddress Address(SqliteDataReader row, int first) =>
        new(row.GetString(first), row.GetString(first + 1), row.GetString(first + 2));

    private static CommandRecord Command(SqliteConnection connection, SqliteDataReader row) => new(
        row.GetString(0), Address(row, 1), row.GetString(4), row.GetString(5), row.GetString(6), row.OptionalString(7), row.GetInt32(8),
        row.GetString(9), row.GetInt64(10), row.GetInt64(11), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(12)),
        connection.Rows(SelectStages, Stage, ("$id", row.GetString(0))));

    private static CommandStage Stage(SqliteDataReader row) => new(
        row.GetString(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        row.OptionalString(2),
        JsonSerializer.Deserialize<string[]>(row.GetString(3)) ?? []);
}
