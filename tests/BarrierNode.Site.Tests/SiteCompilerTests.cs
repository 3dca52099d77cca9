using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

[TestClass]
public sealed class SiteCompilerTests
{
    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    public void Compile_SiteOfTheRepository_GivesATableWithoutFault(string name)
    {
        Assert.IsNull(SiteTableCheck.Fault(SiteCompiler.Compile(Repository.Site(name))));
    }
}
