namespace BarrierNode.Sim.Tests.World;

/// <summary>Topic filters as MQTT 3.1.1 has them.</summary>
[TestClass]
public sealed class TopicFilterTests
{
    [TestMethod]
    [DataRow("a/b", "a/b", true)]
    [DataRow("a/b", "a/c", false)]
    [DataRow("a/b", "a/b/c", false)]
    [DataRow("a/b/c", "a/b", false)]
    [DataRow("a/+/c", "a/b/c", true)]
    [DataRow("a/+/c", "a/b/d", false)]
    [DataRow("a/+", "a/b/c", false)]
    [DataRow("a/+", "a/", true)]
    [DataRow("a/#", "a/b/c", true)]
    [DataRow("a/#", "a", true)]
    [DataRow("a/#", "ab", false)]
    [DataRow("#", "a/b", true)]
    [DataRow("+/b", "a/b", true)]
    [DataRow("+", "a/b", false)]
    public void Filter_AndTopic_MatchAsTheStandardSays(string filter, string topic, bool matches) =>
        Assert.AreEqual(matches, TopicFilter.Matches(filter, topic));
}
