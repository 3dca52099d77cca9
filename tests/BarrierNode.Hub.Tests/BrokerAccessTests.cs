namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class BrokerAccessTests
{
    [TestMethod]
    public void Hub_ReadsEverythingAndWritesCommandsAndConfirmationsOnly() => Assert.AreEqual(
        "read bn/1/#; write bn/1/+/+/+/lane/+/cmd; write bn/1/+/+/+/event/ack; write bn/1/+/+/+/recorder/ack", string.Join("; ", BrokerAccess.OfHub));

    [TestMethod]
    public void Node_WritesExactlyItsTopics()
    {
        string[] expected =
        [
            "write bn/1/nice/promenade/quai-1/conn",
            "write bn/1/nice/promenade/quai-1/birth",
            "write bn/1/nice/promenade/quai-1/beat",
            "write bn/1/nice/promenade/quai-1/event",
            "write bn/1/nice/promenade/quai-1/recorder",
            "write bn/1/nice/promenade/quai-1/loop/+",
            "write bn/1/nice/promenade/quai-1/lane/depot/state",
            "write bn/1/nice/promenade/quai-1/lane/depot/why",
            "write bn/1/nice/promenade/quai-1/lane/depot/ack",
            "write bn/1/nice/promenade/quai-1/lane/depot/stroke",
            "write bn/1/nice/promenade/quai-1/lane/depot/crowd",
            "read bn/1/nice/promenade/quai-1/lane/+/cmd",
            "read bn/1/nice/promenade/quai-1/event/ack",
            "read bn/1/nice/promenade/quai-1/recorder/ack",
        ];
        Assert.AreSequenceEqual(expected, BrokerAccess.OfNode(new NodeAddress("nice", "promenade", "quai-1"), ["depot"]).ToArray());
    }

    [TestMethod]
    [DataRow("+", "depot")]
    [DataRow("#", "depot")]
    [DataRow("a/b", "depot")]
    [DataRow("", "depot")]
    [DataRow("a b", "depot")]
    [DataRow("a\nuser x", "depot")]
    [DataRow("quai-1", "+")]
    public void Node_NameThatReachesFurther_IsRefused(string node, string lane) =>
        Assert.ThrowsExactly<ArgumentException>(() => BrokerAccess.OfNode(new NodeAddress("nice", "promenade", node), [lane]));
}
