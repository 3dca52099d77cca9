namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class HubDatabaseTests
{
    private readonly TestFolder _folder = new();

    [TestCleanup]
    public void Cleanup() => _folder.Dispose();

    [TestMethod]
    public void Start_FolderMissing_IsMade()
    {
        using HubService hub = Hub(Path.Combine(_folder.Path, "new folder", "hub.db"));
        hub.Start();

        Assert.IsEmpty(hub.Events.LastEvents(10));
    }

    [TestMethod]
    public void Start_PathIsAFolder_GivesASentence() => AssertRefused(_folder.Path, "cannot be opened");

    [TestMethod]
    public void Start_FolderCannotBeMade_GivesASentence()
    {
        File.WriteAllText(_folder["file"], "in the way");
        AssertRefused(Path.Combine(_folder["file"], "hub.db"), "cannot be made");
    }

    [TestMethod]
    public void Start_FileIsNoDatabase_GivesASentenceAndLeavesItAlone()
    {
        string text = new('x', 5000);
        File.WriteAllText(_folder["hub.db"], text);

        AssertRefused(_folder["hub.db"], "is no SQLite database");
        Assert.AreEqual(text, File.ReadAllText(_folder["hub.db"]));
    }

    [TestMethod]
    public void Start_AnotherProgramsDatabase_GivesASentenceAndLeavesItAlone()
    {
        TestDatabase.Execute(_folder["hub.db"], "CREATE TABLE customers(name TEXT)");
        byte[] before = File.ReadAllBytes(_folder["hub.db"]);

        AssertRefused(_folder["hub.db"], "is another program's database");
        Assert.AreSequenceEqual(before, File.ReadAllBytes(_folder["hub.db"]));
    }

    [TestMethod]
    public void Start_NewerHubsDatabase_GivesASentence()
    {
        using (HubService hub = Hub(_folder["hub.db"]))
        {
            hub.Start();
        }

        TestDatabase.Execute(_folder["hub.db"], "PRAGMA user_version = 3");

        AssertRefused(_folder["hub.db"], "has version 3, this hub knows 2");
    }

    [TestMethod]
    public void Start_DatabaseOfVersion1_KeepsItsCommandsAndTakesArguments()
    {
        using (HubDatabase old = new(_folder["hub.db"]))
        {
            old.Open();
        }

        TestDatabase.Execute(_folder["hub.db"], "ALTER TABLE commands DROP COLUMN arg");
        TestDatabase.Execute(
            _folder["hub.db"],
            "INSERT INTO commands(id, city, site, node, lane, op, operator, boot, beat, seq, sent_ms) "
            + "VALUES('0123456789abcdef0123456789abcdef', 'nice', 'promenade', 'quai-1', 'depot', 'raise', 'anna', '26-9f3a12cd', 1, 7, 0)");
        TestDatabase.Execute(_folder["hub.db"], "PRAGMA user_version = 1");

        using HubService hub = Hub(_folder["hub.db"]);
        hub.Start();

        CommandView kept = hub.Commands.RecentCommands(10).Single();
        Assert.AreEqual(("raise", 0), (kept.Operation, kept.Argument));
        Assert.AreEqual(2, TestDatabase.Number(_folder["hub.db"], "SELECT user_version FROM pragma_user_version"));
    }

    [TestMethod]
    public void Start_Locked_GivesASentence()
    {
        TestDatabase.Execute(_folder["hub.db"], "PRAGMA user_version = 0");
        using IDisposable other = TestDatabase.Lock(_folder["hub.db"]);

        AssertRefused(_folder["hub.db"], "is locked by another program");
    }

    [TestMethod]
    public void Write_DiskFull_GivesASentenceAndStoresNothing()
    {
        using HubDatabase database = new(_folder["hub.db"]);
        database.Open();
        database.Write(connection => connection.Number("PRAGMA max_page_count = 1"));

        HubStoreException problem = Assert.ThrowsExactly<HubStoreException>(() => database.Write(connection =>
        {
            connection.Execute("INSERT INTO journals VALUES('a', 'b', 'c', 1, $boot, 1)", ("$boot", new string('x', 100_000)));
            return true;
        }));

        Assert.Contains("the disk is full", problem.Message);
        Assert.AreEqual(0, database.Read(connection => connection.Number("SELECT count(*) FROM journals")));
    }

    [TestMethod]
    public void Database_Open_WaitsForTheDiskAtEveryCommit()
    {
        using HubDatabase database = new(_folder["hub.db"]);
        database.Open();

        Assert.AreEqual(2, database.Write(connection => connection.Number("PRAGMA synchronous")), "FULL");
        Assert.AreEqual(1, TestDatabase.Number(_folder["hub.db"], "SELECT journal_mode = 'wal' FROM pragma_journal_mode"));
    }

    [TestMethod]
    public void Dispose_NeverStarted_DoesNothing()
    {
        Hub(_folder["hub.db"]).Dispose();

        Assert.IsFalse(File.Exists(_folder["hub.db"]));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a seat whose name is longer than 32")]
    public void Hub_SeatOutOfForm_IsRefused(string seat) =>
        Assert.ThrowsExactly<ArgumentException>(
            () => new HubService(new HubOptions("hub.db", seat, _ => null), new FakeLink(), TimeProvider.System));

    private static HubService Hub(string file) => new(new HubOptions(file, "desk-1", _ => null), new FakeLink(), TimeProvider.System);

    private static void AssertRefused(string file, string expected)
    {
        using HubService hub = Hub(file);
        HubStoreException problem = Assert.ThrowsExactly<HubStoreException>(hub.Start);
        Assert.Contains(expected, problem.Message);
        Assert.Contains(file, problem.Message);
    }
}
