using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>The tables of the hub's database and their version, which stands in <c>user_version</c>.</summary>
internal static class HubSchema
{
    /// <summary>Version that this hub writes.</summary>
    public const long Version = 2;

    // "BNH1": marks the file as a hub's.
    private const long Mark = 0x424E4831;

    private const string Tables = """
        CREATE TABLE events(
            arrival INTEGER PRIMARY KEY AUTOINCREMENT,
            city TEXT NOT NULL, site TEXT NOT NULL, node TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            n INTEGER NOT NULL,
            boot INTEGER NOT NULL, up_ms INTEGER NOT NULL, received_ms INTEGER NOT NULL,
            code TEXT NOT NULL, lane TEXT, hist INTEGER NOT NULL, json TEXT NOT NULL,
            UNIQUE(city, site, node, epoch, n));
        CREATE TABLE journals(
            city TEXT NOT NULL, site TEXT NOT NULL, node TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            boot TEXT,
            confirmed INTEGER,
            PRIMARY KEY(city, site, node)) WITHOUT ROWID;
        CREATE TABLE commands(
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            city TEXT NOT NULL, site TEXT NOT NULL, node TEXT NOT NULL,
            lane TEXT NOT NULL, op TEXT NOT NULL, operator TEXT NOT NULL, reason TEXT,
            arg INTEGER NOT NULL DEFAULT 0,
            boot TEXT NOT NULL, beat INTEGER NOT NULL, seq INTEGER NOT NULL, sent_ms INTEGER NOT NULL);
        CREATE INDEX commands_by_boot ON commands(city, site, node, boot, seq);
        CREATE TABLE command_stages(
            id TEXT NOT NULL, position INTEGER NOT NULL,
            stage TEXT NOT NULL, at_ms INTEGER NOT NULL, reason TEXT, blocked_by TEXT NOT NULL,
            PRIMARY KEY(id, position)) WITHOUT ROWID;
        """;

    private const string FromVersion1 = "ALTER TABLE commands ADD COLUMN arg INTEGER NOT NULL DEFAULT 0";

    /// <summary>Makes the tables in a new file, brings those of an older hub up to date, and refuses a file that is not this hub's.</summary>
    /// <exception cref="HubStoreException">The file is another program's or a newer hub's.</exception>
    public static void Prepare(SqliteConnection connection, string file)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        long version = connection.Number("PRAGMA user_version");
        if (connection.Number("PRAGMA application_id") == Mark)
        {
            if (version == 1)
            {
                connection.Execute(FromVersion1);
                connection.Execute($"PRAGMA user_version = {Version}");
                transaction.Commit();
            }
            else if (version != Version)
            {
                throw new HubStoreException(
                    $"The hub's database {file} has version {version}, this hub knows {Version}: "
                    + "start the newer program, or choose another file.");
            }

            return;
        }

        if (version != 0 || connection.Number("SELECT count(*) FROM sqlite_master") > 0)
        {
            throw new HubStoreException($"The file {file} is another program's database, expected the hub's own: choose another file.");
        }

        connection.Execute(Tables);
        connection.Execute($"PRAGMA application_id = {Mark}");
        connection.Execute($"PRAGMA user_version = {Version}");
        transaction.Commit();
    }
}
