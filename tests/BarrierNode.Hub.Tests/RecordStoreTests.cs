using System.Text.Json.Nodes;

namespace BarrierNode.Hub.Tests;

/// <summary>Flight records: every byte once, on the disk before the node hears that it may forget them.</summary>
[TestClass]
public sealed class RecordStoreTests
{
    private const int PageLength = 768;
    private const string Ahead = "{\"boot\":\"26-9f3a12cd\",\"record\":1,\"next\":";

    private static readonly byte[] s_record = Bytes(2000, 1);

    private readonly HubFixture _hub = new();

    private string FirstFile => Path.Combine(_hub.RecordsFolder, "nice.promenade.quai-1-26-9f3a12cd-1.bnfr");

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Record_AllItsPages_BecomeAFileThatOnlyItsOwnerReads()
    {
        Assert.AreEqual(Ahead + "768}", AckOf(Page(0)));
        Assert.AreEqual(Ahead + "1536}", AckOf(Page(1)));
        Assert.IsFalse(File.Exists(FirstFile), "nobody sees half a record");
        Assert.AreEqual(Ahead + "2000}", AckOf(NodeMessages.Page(s_record, 1536, 464, missed: 3)));

        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FirstFile));
        }

        RecordView told = _hub.Hub.Records.Latest.Single();
        Assert.AreEqual(new RecordView(1, _hub.Node.Address, NodeMessages.Boot, 1, "emergencyStop", 61300, 3, FirstFile), told);
        Assert.AreEqual(0, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void Page_ThatComesTwice_ChangesNothing()
    {
        Deliver(Page(0), Page(0), Page(1), Page(0), Page(1));
        Assert.AreEqual(Ahead + "1536}", AckOf(Page(0)));
        Assert.AreEqual(Ahead + "2000}", AckOf(Page(2)));
        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));

        Assert.AreEqual(Ahead + "2000}", AckOf(Page(2)), "a confirmation that was lost is given again");
        Assert.HasCount(1, _hub.Hub.Records.Latest);
    }

    [TestMethod]
    public void Page_BehindAGap_IsNotTakenAndTheHubAsksForTheMissingOne()
    {
        Deliver(Page(0));
        Assert.AreEqual(Ahead + "768}", AckOf(Page(2)));
        Deliver(Page(1));
        Assert.AreEqual(Ahead + "2000}", AckOf(Page(2)));
        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
    }

    [TestMethod]
    public void Hub_RestartedInTheMiddle_StartsOverFromTheFirstByte()
    {
        Deliver(Page(0), Page(1));
        _hub.RestartHub();
        Assert.AreEqual(Ahead + "0}", AckOf(Page(2)));
        Deliver(Page(0), Page(1));
        Assert.AreEqual(Ahead + "2000}", AckOf(Page(2)));
        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
    }

    [TestMethod]
    public void Hub_RestartedAfterTheRecordIsStored_StillConfirmsIt()
    {
        Deliver(Page(0), Page(1), Page(2));
        _hub.RestartHub();
        Assert.AreEqual(Ahead + "2000}", AckOf(Page(0)));
        Assert.IsEmpty(_hub.Hub.Records.Latest, "it is not told as new");
    }

    [TestMethod]
    public void Records_OfOneNode_AreFilesOfTheirOwn()
    {
        Deliver(Page(0), Page(1), Page(2));
        byte[] second = Bytes(100, 2);
        byte[] third = Bytes(100, 3);
        Deliver(NodeMessages.Page(second, 0, 100, number: 2), NodeMessages.Page(third, 0, 100, number: 1, boot: "27-00000001"));

        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
        CollectionAssert.AreEqual(second, File.ReadAllBytes(Path.Combine(_hub.RecordsFolder, "nice.promenade.quai-1-26-9f3a12cd-2.bnfr")));
        CollectionAssert.AreEqual(third, File.ReadAllBytes(Path.Combine(_hub.RecordsFolder, "nice.promenade.quai-1-27-00000001-1.bnfr")));
        CollectionAssert.AreEqual(new long[] { 1, 2, 3 }, _hub.Hub.Records.Latest.Select(r => r.Arrival).ToArray());
    }

    [TestMethod]
    public void Records_OfTwoNodes_DoNotMix()
    {
        NodeMessages other = new("nice", "promenade", "quai-2");
        byte[] others = Bytes(2000, 9);
        foreach (int page in new[] { 0, 1, 2 })
        {
            Deliver(Page(page));
            _hub.Link.Deliver(other.RecorderTopic, PageOf(others, page));
        }

        _hub.Settle();
        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
        CollectionAssert.AreEqual(others, File.ReadAllBytes(Path.Combine(_hub.RecordsFolder, "nice.promenade.quai-2-26-9f3a12cd-1.bnfr")));
    }

    [TestMethod]
    public void Record_ThatChangesItsLength_IsCollectedAnew()
    {
        Deliver(Page(0), Page(1));
        byte[] other = Bytes(900, 5);
        Assert.AreEqual(Ahead + "768}", AckOf(PageOf(other, 0)));
        Assert.AreEqual(Ahead + "900}", AckOf(PageOf(other, 1)));
        CollectionAssert.AreEqual(other, File.ReadAllBytes(FirstFile));
    }

    [TestMethod]
    public void Record_ThatCannotBeWritten_IsNotConfirmedUntilItCan()
    {
        File.WriteAllText(_hub.RecordsFolder, "in the way");
        Deliver(Page(0), Page(1));
        int before = Acks().Length;
        Deliver(Page(2));
        Assert.HasCount(before, Acks());
        Assert.Contains(FirstFile, _hub.LastProblem);
        Assert.Contains("nice/promenade/quai-1 keeps it", _hub.LastProblem);

        File.Delete(_hub.RecordsFolder);
        Assert.AreEqual(Ahead + "2000}", AckOf(Page(1)), "any page that comes again is the occasion");
        CollectionAssert.AreEqual(s_record, File.ReadAllBytes(FirstFile));
    }

    [TestMethod]
    [DataRow("boot", "\"../../x\"", "expected a boot id")]
    [DataRow("record", "0", "\"record\":0, expected 1 to 2147483647")]
    [DataRow("record", "4294967296", "expected 1 to 2147483647")]
    [DataRow("trip", "\"../x\"", "has no name of letters and digits in \"trip\"")]
    [DataRow("trip", "\"\"", "has no name of letters and digits in \"trip\"")]
    [DataRow("upMs", "-1", "expected a whole number")]
    [DataRow("missed", "null", "a JSON null in \"missed\"")]
    [DataRow("length", "0", "\"length\":0, expected 1 to 65536")]
    [DataRow("length", "65537", "\"length\":65537, expected 1 to 65536")]
    [DataRow("length", "767", "has 768 bytes at 0, expected them within \"length\":767")]
    [DataRow("at", "1300", "has 768 bytes at 1300, expected them within \"length\":2000")]
    [DataRow("at", "65537", "\"at\":65537, expected 0 to 65536")]
    [DataRow("data", "\"\"", "has no bytes in base64url in \"data\"")]
    [DataRow("data", "\"AA==\"", "has no bytes in base64url in \"data\"")]
    [DataRow("data", "\"AB\"", "has no bytes in base64url in \"data\"")]
    [DataRow("data", "7", "a JSON number in \"data\"")]
    public void Page_Malformed_IsNotedAndNotAnswered(string field, string value, string expected)
    {
        JsonObject page = JsonNode.Parse(Page(0))!.AsObject();
        page[field] = JsonNode.Parse(value);
        Deliver(page.ToJsonString());

        Assert.AreEqual(1, _hub.Hub.ProblemCount);
        Assert.Contains("bn/1/nice/promenade/quai-1/recorder", _hub.LastProblem);
        Assert.Contains(expected, _hub.LastProblem);
        Assert.IsEmpty(Acks());
    }

    [TestMethod]
    public void Page_Retained_IsNotedAndNotBelieved()
    {
        _hub.Link.Deliver(_hub.Node.RecorderTopic, Page(0), retained: true);

        Assert.Contains("A retained message lies on bn/1/nice/promenade/quai-1/recorder", _hub.LastProblem);
        Assert.IsEmpty(Acks());
    }

    [TestMethod]
    [DataRow("..")]
    [DataRow("quai 1")]
    [DataRow("QUAI-1")]
    [DataRow("quai-12345678901234")]
    public void Page_OfANodeWhoseNameIsNoFileName_IsNoted(string node)
    {
        _hub.Link.Deliver($"bn/1/nice/promenade/{node}/recorder", Page(0));
        _hub.Settle();

        Assert.Contains("whose names are not 1 to 16 of a-z", _hub.LastProblem);
        Assert.IsEmpty(_hub.Link.Published);
    }

    private static string Page(int number) => PageOf(s_record, number);

    private static string PageOf(byte[] record, int number) =>
        NodeMessages.Page(record, number * PageLength, Math.Min(PageLength, record.Length - (number * PageLength)));

    private static byte[] Bytes(int count, int seed)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private void Deliver(params string[] pages)
    {
        foreach (string page in pages)
        {
            _hub.Link.Deliver(_hub.Node.RecorderTopic, page);
        }

        _hub.Settle();
    }

    private string AckOf(string page)
    {
        int before = Acks().Length;
        Deliver(page);
        return Acks()[before];
    }

    private string[] Acks()
    {
        _hub.Settle();
        return _hub.Link.On(_hub.Node.RecorderAckTopic);
    }
}
