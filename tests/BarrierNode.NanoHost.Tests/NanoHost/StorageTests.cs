using BarrierNode.NanoHost.TestFirmware;

namespace BarrierNode.NanoHost.Tests;

[TestClass]
public sealed class StorageTests
{
    [TestMethod]
    public void Files_SurviveAPowerCut()
    {
        using TestChip chip = new();

        chip.Run(() => Api.Write(@"I:\node.json", [1, 2, 3]));

        chip.Run(() =>
        {
            Assert.IsTrue(Api.Exists(@"I:\node.json"));
            CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, Api.Read(@"I:\node.json"));
        });
    }

    [TestMethod]
    public void Files_CanBeMovedAndDeleted()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            Api.Write(@"I:\a", [1]);
            Api.Move(@"I:\a", @"I:\b");
            Assert.IsFalse(Api.Exists(@"I:\a"));
            Assert.IsTrue(Api.Exists(@"I:\b"));
            Api.Delete(@"I:\b");
            Assert.IsFalse(Api.Exists(@"I:\b"));
        });
    }

    [TestMethod]
    public void Move_OntoAFile_IsRefusedAsOnTheChip()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            Api.Write(@"I:\a", [1]);
            Api.Write(@"I:\b", [2]);
            Assert.Throws<IOException>(() => Api.Move(@"I:\a", @"I:\b"));
        });
    }

    [TestMethod]
    public void Stream_ReadsWritesSeeksAndAppends()
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            using (Stream file = Api.Open(@"I:\journal", FileMode.Create, FileAccess.Write))
            {
                file.Write([1, 2, 3, 4], 0, 4);
                file.Flush();
                Assert.AreEqual(4, file.Length);
                Assert.AreEqual(4L, new FileInfo(Path.Combine(chip.StorageFolder, "journal")).Length);
            }
            using (Stream file = Api.Open(@"I:\journal", FileMode.Append, FileAccess.Write))
            {
                file.Write([5], 0, 1);
            }
            using (Stream file = Api.Open(@"I:\journal", FileMode.Open, FileAccess.Read))
            {
                byte[] read = new byte[2];
                file.Seek(3, SeekOrigin.Begin);
                Assert.AreEqual(2, file.Read(read, 0, 2));
                CollectionAssert.AreEqual(new byte[] { 4, 5 }, read);
                Assert.AreEqual(5, file.Position);
            }
        });
    }

    [TestMethod]
    public void SubFolders_AreFolders()
    {
        using TestChip chip = new();
        Directory.CreateDirectory(Path.Combine(chip.StorageFolder, "logs"));

        chip.Run(() => Api.Write(@"I:\logs\today", [7]));

        Assert.IsTrue(File.Exists(Path.Combine(chip.StorageFolder, "logs", "today")));
    }

    [TestMethod]
    [DataRow(@"I:\..\outside")]
    [DataRow(@"I:\a\..\..\outside")]
    [DataRow(@"I:\")]
    [DataRow("I:")]
    [DataRow("node.json")]
    [DataRow(@"D:\node.json")]
    [DataRow("/etc/passwd")]
    [DataRow(@"I:\/etc/passwd")]
    [DataRow(@"I:\a\\b")]
    [DataRow(@"I:\a:b")]
    public void Paths_OutsideTheDrive_AreRefused(string path)
    {
        using TestChip chip = new();

        chip.Run(() =>
        {
            IOException error = Assert.ThrowsExactly<IOException>(() => Api.Write(path, [1]));
            Assert.Contains("Expected I:\\NAME", error.Message);
        });
    }
}
