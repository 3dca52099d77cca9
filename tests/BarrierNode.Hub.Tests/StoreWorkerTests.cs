namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class StoreWorkerTests
{
    private static readonly StoreItem s_item = new BootItem(new NodeAddress("nice", "promenade", "quai-1"), NodeMessages.Boot);

    private readonly ProblemLog _problems = new(TimeProvider.System);

    [TestMethod]
    public void Store_FailsForAReasonThatNobodyThoughtOf_IsNotedOnceAndTriedAgain()
    {
        int attempts = 0;
        bool done = false;
        using StoreWorker worker = new(
            _ => ++attempts <= 2 ? throw new InvalidOperationException("a mistake") : () => done = true, _problems);
        worker.Start();
        worker.Add(s_item);

        Assert.IsTrue(worker.Settle(TimeSpan.FromSeconds(20)));
        Assert.IsTrue(done);
        Assert.AreEqual(3, attempts);
        Assert.Contains("InvalidOperationException: a mistake", _problems.Latest.Single().Text);
    }

    [TestMethod]
    public void Add_MoreThanFits_DropsAndNotesItOnce()
    {
        using StoreWorker worker = new(_ => throw new HubStoreException("The disk is full."), _problems);
        for (int i = 0; i < StoreWorker.Capacity + 50; i++)
        {
            worker.Add(s_item);
        }

        Assert.AreEqual(1, _problems.Count);
        Assert.Contains("further ones are dropped", _problems.Latest[0].Text);
    }

    [TestMethod]
    public void Dispose_WhileTheDatabaseFails_EndsAfterOneMoreAttempt()
    {
        StoreWorker worker = new(_ => throw new HubStoreException("The disk is full."), _problems);
        worker.Start();
        worker.Add(s_item);

        Assert.IsTrue(Task.Run(worker.Dispose).Wait(TimeSpan.FromSeconds(20)), "it must end, whatever the database does");
        Assert.Contains("not confirmed until it works again", _problems.Latest.Single().Text);
    }
}
