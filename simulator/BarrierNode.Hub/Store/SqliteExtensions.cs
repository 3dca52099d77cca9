using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>Short forms for statements with named parameters.</summary>
internal static class SqliteExtensions
{
    public static SqliteCommand Statement(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static void Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using SqliteCommand command = connection.Statement(sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>The number that a statement gives, 0 when it gives none.</summary>
    public static long Number(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters) =>
        connection.OptionalNumber(sql, parameters) ?? 0;

    /// <summary>The number that a statement gives, or null when it gives none.</summary>
    public static long? OptionalNumber(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using SqliteCommand command = connection.Statement(sql, parameters);
        return command.ExecuteScalar() as long?;
    }

    /// <summary>Every row of a statement.</summary>
    public static List<T> Rows<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using SqliteCommand command = connection.Statement(sql, parameters);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static string? OptionalString(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
