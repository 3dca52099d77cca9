namespace BarrierNode.Verify.Tests;

[TestClass]
public class RepositoryRootTests
{
    [TestMethod]
    public void Find_BelowTheRepository_GivesItsRoot() =>
        Assert.AreEqual(Repository.Root, RepositoryRoot.Find(AppContext.BaseDirectory));

    [TestMethod]
    public void Find_Elsewhere_GivesNothing()
    {
        using var folder = new TestFolder();
        Assert.IsNull(RepositoryRoot.Find(folder.Path));
    }
}
