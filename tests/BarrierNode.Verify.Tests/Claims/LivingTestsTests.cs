namespace BarrierNode.Verify.Tests.Claims;

/// <summary>What counts as a test that proves something.</summary>
[TestClass]
public class LivingTestsTests
{
    [TestMethod]
    [DataRow("[TestMethod] public void Alive() { Assert.IsTrue(Look()); }")]
    [DataRow("[TestMethod, DataRow(1)] public async Task Alive(int n) => await Look(n);")]
    public void Test_WithAttributesAndABody_IsAlive(string method) => Assert.AreSequenceEqual(["Some.Alive"], LivingTests.In(Class("[TestClass]", method)).ToArray());

    [TestMethod]
    [DataRow("[TestClass]", "public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "no test method")]
    [DataRow("[TestClass]", "[TestMethod, Ignore] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "ignored")]
    [DataRow("[TestClass]", "[TestMethod] [Ignore(\"later\")] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "ignored with a reason")]
    [DataRow("[TestClass]", "[TestMethod, OSCondition(OperatingSystems.Windows)] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "on one system only")]
    [DataRow("[TestClass]", "[TestMethod] public void Dead() { }", DisplayName = "empty")]
    [DataRow("[TestClass]", "[TestMethod] public void Dead() { Assert.Inconclusive(); }", DisplayName = "inconclusive")]
    [DataRow("[TestClass]", "[TestMethod] void Dead() { Assert.IsTrue(Look()); }", DisplayName = "not public")]
    [DataRow("[TestClass, Ignore]", "[TestMethod] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "class ignored")]
    [DataRow("", "[TestMethod] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "no test class")]
    [DataRow("[TestClass]", "// [TestMethod] public void Dead() { Assert.IsTrue(Look()); }", DisplayName = "commented out")]
    [DataRow("[TestClass]", "#if NEVER\n[TestMethod] public void Dead() { Assert.IsTrue(Look()); }\n#endif", DisplayName = "not compiled")]
    public void Test_ThatDoesNotRunOrSaysNothing_IsDead(string attributes, string method) => Assert.IsEmpty(LivingTests.In(Class(attributes, method)).ToArray());

    [TestMethod]
    public void Tests_OfTheRepository_AreFoundInEveryProject()
    {
        Assert.Contains("Verify.LivingTestsTests.Tests_OfTheRepository_AreFoundInEveryProject", LivingTests.OfRepository);
        Assert.IsGreaterThanOrEqualTo(10, LivingTests.OfRepository.Select(test => test.Split('.')[0]).Distinct().Count());
    }

    private static string Class(string attributes, string method) => $"namespace A;\n{attributes}\npublic class Some\n{{\n{method}\n}}\n";
}
