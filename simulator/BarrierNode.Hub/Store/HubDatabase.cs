using Microsoft.Data.Sqlite;

namespace BarrierNode.Hub;

/// <summary>
/// The hub's SQLite file. What <see cref="Write"/> has returned from is on the disk (write-ahead log, synchronous): only then may it be
/// confirmed to a node. One writer and one reader at a time; a reader does not wait for a writer.
/// </summary>
internal sealed class HubDatabase(string file) : IDisposable
{
    private const int BusySeconds = 2;

    private readonly Lock _writeGate = new();
    private readonly Lock _readGate = new();
    private SqliteConnection? _writer;
    private SqliteConnection? _reader;

    /// <summary>Opens the file; makes it, and its folder, when missing.</summary>
    /// <exception cref="HubStoreException">The file cannot be used.</exception>
    public void Open()
    {
        SQLitePCL.Batteries_V2.Init();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            _writer = OpenConnection(SqliteOpenMode.ReadWriteCreate);
            HubSchema.Prepare(_writer, file);
            _writer.Execute("PRAGMA journal_mode = WAL");
            _writer.Execute("PRAGMA synchronous = FULL");
            _reader = OpenConnection(SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException problem)
        {
            CloseAfter(problem);
            throw Sentence(problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            CloseAfter(problem);
            throw new HubStoreException($"The folder of the hub's database {file} cannot be made: {problem.Message}", problem);
        }
        catch (HubStoreException problem)
        {
            CloseAfter(problem);
            throw;
        }
    }

    /// <summary>Does all of it or nothing.</summary>
    /// <exception cref="HubStoreException">Nothing was stored.</exception>
    public T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (_writeGate)
        {
            SqliteConnection connection = _writer ?? throw Closed();
            try
            {
                using SqliteTransaction transaction = connection.BeginTransaction();
                T result = work(connection);
                transaction.Commit();
                return result;
            }
            catch (SqliteException problem)
            {
                throw Sentence(problem);
            }
        }
    }

    /// <summary>Reads.</summary>
    /// <exception cref="HubStoreException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        lock (_readGate)
        {
            try
            {
                return work(_reader ?? throw Closed());
            }
            catch (SqliteException problem)
            {
                throw Sentence(problem);
            }
        }
    }

    public void Dispose()
    {
        lock (_readGate)
        {
            _reader?.Dispose();
            _reader = null;
        }

        lock (_writeGate)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    // A file that fails may also fail to close; the first failure is the one to tell.
    private void CloseAfter(Exception failure)
    {
        try
        {
            Dispose();
        }
        catch (SqliteException problem)
        {
            failure.Data["closing"] = problem.Message;
        }
    }

    private SqliteConnection OpenConnection(SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new() { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds };
        SqliteConnection connection = new(settings.ToString());
        connection.Open();
        return connection;
    }

    private HubStoreException Closed() => new($"The hub's database {file} is not open: start the hub first.");

    private HubStoreException Sentence(SqliteException problem)
    {
        string what = problem.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "is locked by another program: end that program",
            SQLitePCL.raw.SQLITE_FULL => "cannot grow, the disk is full: make room",
            SQLitePCL.raw.SQLITE_READONLY => "may not be written: give this user the right to write it and its folder",
            SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened: the path must be a file in a folder that this user may write",
            SQLitePCL.raw.SQLITE_NOTADB => "is no SQLite database: choose another file",
            SQLitePCL.raw.SQLITE_CORRUPT => "is damaged: put back a copy, or choose another file",
            SQLitePCL.raw.SQLITE_IOERR => "cannot be read or written, the disk reports an error: check the disk",
            _ => $"does not work ({problem.Message})",
        };
        return new HubStoreException($"The hub's database {file} {what}.", problem);
    }
}
