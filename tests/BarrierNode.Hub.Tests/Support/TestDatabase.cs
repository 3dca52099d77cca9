using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub.Tests;

/// <summary>Another program at the hub's database.</summary>
internal static class TestDatabase
{
    public static long Number(string file, string sql)
    {
        using SqliteConnection connection = Open(file);
        return connection.Number(sql);
    }

    public static void Execute(string file, string sql)
    {
        using SqliteConnection connection = Open(file);
        connection.Execute(sql);
    }

    /// <summary>Keeps every other writer out until disposed.</summary>
    public static IDisposable Lock(string file)
    {
        SqliteConnection connection = Open(file);
        connection.Execute("BEGIN IMMEDIATE");
        return connection;
    }

    private static SqliteConnection Open(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
