namespace BarrierNode.Hub.Tests;

[TestClass]
public sealed class EventStoreTests
{
    private readonly HubFixture _hub = new();

    [TestCleanup]
    public void Cleanup() => _hub.Dispose();

    [TestMethod]
    public void Event_Arrives_IsStoredAndConfirmed()
    {
        _hub.Event(1);

        Assert.AreEqual("{\"n\":1}", _hub.Acks().Single());
        EventView stored = _hub.Hub.Events.LastEvents(10).Single();
        Assert.AreEqual(
            new EventView(
                _hub.Node.Address, 1, 26, 1000, _hub.Time.GetUtcNow(), "commandRefused", "promenade", false, NodeMessages.Event(1)),
            stored);
    }

    [TestMethod]
    public void Event_WithoutLaneAndOfAnUnknownCode_IsStored()
    {
        _hub.Link.Deliver(_hub.Node.EventTopic, """{"n":1,"boot":26,"upMs":5,"code":"earthquake","hist":true}""");

        Assert.AreEqual("{\"n\":1}", _hub.Acks().Single());
        EventView stored = _hub.Hub.Events.LastEvents(1).Single();
        Assert.IsNull(stored.Lane);
        Assert.IsTrue(stored.Historical);
        Assert.AreEqual("earthquake", stored.Code);
    }

    [TestMethod]
    public void Event_Malformed_IsNeitherStoredNorConfirmed()
    {
        _hub.Link.Deliver(_hub.Node.EventTopic, """{"n":"1","boot":26,"upMs":5,"code":"started","hist":true}""");

        Assert.IsEmpty(_hub.Acks());
        Assert.IsEmpty(_hub.StoredNumbers());
        Assert.AreEqual(1, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void Event_Retained_IsNotBelieved()
    {
        _hub.Link.Deliver(_hub.Node.EventTopic, NodeMessages.Event(1), retained: true);

        Assert.IsEmpty(_hub.Acks());
        Assert.IsEmpty(_hub.StoredNumbers());
    }

    [TestMethod]
    public void Event_Twice_IsStoredOnceAndConfirmedAgain()
    {
        _hub.Event(1);
        _hub.Settle();
        _hub.Event(1, hist: true);

        Assert.AreEqual("{\"n\":1},{\"n\":1}", string.Join(',', _hub.Acks()));
        Assert.AreSequenceEqual([1L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void Events_FirstNumberIsNotOne_AreConfirmedFromThere()
    {
        _hub.Event(57);
        _hub.Settle();
        _hub.Event(58);

        Assert.AreEqual("{\"n\":57},{\"n\":58}", string.Join(',', _hub.Acks()));
        Assert.AreEqual(0, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void Events_Many_AreConfirmedTogetherUpToTheLast()
    {
        for (int n = 1; n <= 2000; n++)
        {
            _hub.Event(n);
        }

        string[] acks = _hub.Acks();
        Assert.AreEqual("{\"n\":2000}", acks[^1]);
        Assert.IsLessThan(500, acks.Length, "confirmations are joined");
        Assert.HasCount(2000, _hub.StoredNumbers());
    }

    [TestMethod]
    public void Events_Gap_IsNotConfirmedAndNotedOnce()
    {
        _hub.Event(1);
        _hub.Event(2);
        _hub.Settle();
        _hub.Event(5);
        _hub.Settle();
        _hub.Event(6);

        Assert.AreEqual("{\"n\":2}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 5L, 6L], _hub.StoredNumbers());
        Assert.AreEqual(1, _hub.Hub.ProblemCount);
        Assert.Contains("sent event 5 but not 3: nothing above 2 is confirmed", _hub.LastProblem);
    }

    [TestMethod]
    public void Events_GapFilledLater_AreAllConfirmed()
    {
        foreach (int n in (int[])[1, 2, 5, 6, 4, 3])
        {
            _hub.Event(n);
            _hub.Settle();
        }

        Assert.AreEqual("{\"n\":6}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 3L, 4L, 5L, 6L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void Events_GapThatTheNodeNames_IsNoGap()
    {
        _hub.Event(1);
        _hub.Event(2);
        _hub.Settle();
        _hub.Link.Deliver(_hub.Node.EventTopic, """{"n":9,"after":2,"boot":26,"upMs":9000,"code":"eventsLost","count":6,"hist":true}""");
        _hub.Settle();
        Assert.AreEqual("{\"n\":9}", _hub.Acks()[^1]);

        _hub.Link.Deliver(_hub.Node.EventTopic, """{"n":20,"after":12,"boot":26,"upMs":9100,"code":"started","hist":true}""");
        _hub.Settle();
        Assert.AreEqual("{\"n\":9}", _hub.Acks()[^1], "10 to 12 exist and have not come");
    }

    [TestMethod]
    public void Events_InRandomOrderWithRepeats_AreStoredOnceAndConfirmedWithoutGaps()
    {
        int seed = RandomSeed.Of();
        Random random = new(seed);
        HashSet<long> sent = [];
        _hub.Event(1);
        sent.Add(1);
        for (int i = 0; i < 400; i++)
        {
            long n = random.Next(1, 101);
            sent.Add(n);
            _hub.Event(n, hist: random.Next(2) == 0);
            if (random.Next(10) == 0)
            {
                long expected = 1;
                while (sent.Contains(expected + 1))
                {
                    expected++;
                }

                Assert.AreEqual($"{{\"n\":{expected}}}", _hub.Acks()[^1], $"seed {seed}, step {i}");
            }
        }

        Assert.AreSequenceEqual([.. sent.Order()], _hub.StoredNumbers());
    }

    [TestMethod]
    public void HubRestart_KeepsEventsAndGoesOn()
    {
        _hub.Event(1);
        _hub.Event(2);
        _hub.RestartHub();
        _hub.Event(2, hist: true);
        _hub.Event(3);

        Assert.AreEqual("{\"n\":3}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 3L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void HubRestart_EventSentAgain_IsConfirmedOnlyAsFarAsTheNodeHasSent()
    {
        for (int n = 1; n <= 5; n++)
        {
            _hub.Event(n);
        }

        _hub.RestartHub();
        _hub.Event(3, hist: true);

        Assert.AreEqual("{\"n\":3}", _hub.Acks().Single());
    }

    [TestMethod]
    public void HubEnds_EventsThatWaited_AreStored()
    {
        for (int n = 1; n <= 300; n++)
        {
            _hub.Event(n);
        }

        _hub.RestartHub();

        Assert.HasCount(300, _hub.StoredNumbers());
    }

    [TestMethod]
    public void Nodes_Two_HaveTheirOwnNumbers()
    {
        NodeMessages second = new("nice", "promenade", "quai-2");
        _hub.Event(1);
        _hub.Settle();
        _hub.Link.Deliver(second.EventTopic, NodeMessages.Event(40));
        _hub.Event(2);

        Assert.AreEqual("{\"n\":2}", _hub.Acks()[^1]);
        Assert.AreEqual("{\"n\":40}", _hub.Link.On(second.EventAckTopic).Single());
        Assert.AreSequenceEqual([2L, 40L, 1L], _hub.Hub.Events.LastEvents(3).Select(stored => stored.Number).ToArray(), "newest first");
        Assert.HasCount(2, _hub.Hub.Events.LastEvents(2));
    }

    [TestMethod]
    public void FlashReplaced_BirthShowsALowerBoot_BeginsANewSeries()
    {
        _hub.NodeComesUp();
        for (int n = 1; n <= 5; n++)
        {
            _hub.Event(n);
        }

        _hub.NodeComesUp("1-00000001");
        _hub.Event(1, boot: 1, upMs: 3, code: "started");
        _hub.Event(2, boot: 1, upMs: 9);

        Assert.AreEqual("{\"n\":2}", _hub.Acks()[^1], "the old numbers must not confirm what the new flash has not sent");
        Assert.AreSequenceEqual([1L, 2L, 3L, 4L, 5L, 1L, 2L], _hub.StoredNumbers());
        Assert.Contains("numbers its events anew", _hub.LastProblem);
    }

    [TestMethod]
    public void FlashReplaced_EventsLookTheSame_TheBirthMessageStillSeparatesThem()
    {
        _hub.NodeComesUp("1-00000001");
        _hub.Event(1, boot: 1, upMs: 3, code: "started");
        _hub.Event(2, boot: 1, upMs: 4);
        _hub.NodeComesUp("1-00000002");
        _hub.Event(1, boot: 1, upMs: 3, code: "started");

        Assert.AreEqual("{\"n\":1}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 1L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void FlashReplaced_BirthMissed_DifferentContentBeginsANewSeries()
    {
        for (int n = 1; n <= 5; n++)
        {
            _hub.Event(n);
        }

        _hub.Settle();
        _hub.Event(1, boot: 1, upMs: 3, code: "started");

        Assert.AreEqual("{\"n\":1}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 3L, 4L, 5L, 1L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void FlashReplaced_BirthMissed_FallingBootBeginsANewSeries()
    {
        for (int n = 1; n <= 5; n++)
        {
            _hub.Event(n);
        }

        _hub.Settle();
        _hub.Event(6, boot: 3);
        _hub.Event(7, boot: 3);

        Assert.AreEqual("{\"n\":7}", _hub.Acks()[^1]);
        Assert.Contains("numbers its events anew", _hub.LastProblem);
    }

    [TestMethod]
    public void NodeRestarted_NumbersGoOn_StaysOneSeries()
    {
        _hub.NodeComesUp();
        _hub.Event(1);
        _hub.Event(2);
        _hub.NodeComesUp("27-00000001");
        _hub.Event(2, hist: true);
        _hub.Event(3, boot: 27, upMs: 2);

        Assert.AreEqual("{\"n\":3}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 3L], _hub.StoredNumbers());
        Assert.AreEqual(0, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void HubAndBrokerRestart_SameBirthAgain_StaysOneSeries()
    {
        _hub.NodeComesUp();
        _hub.Event(1);
        _hub.RestartHub();
        _hub.NodeComesUp();
        _hub.Event(1, hist: true);

        Assert.AreSequenceEqual([1L], _hub.StoredNumbers());
        Assert.AreEqual(0, _hub.Hub.ProblemCount);
    }

    [TestMethod]
    public void Database_LockedForAWhile_NothingIsConfirmedBeforeItIsStored()
    {
        _hub.Event(1);
        _hub.Settle();
        using (TestDatabase.Lock(_hub.DatabaseFile))
        {
            _hub.Event(2);
            _hub.Event(3);
            Wait.Until(() => _hub.Hub.ProblemCount == 1, "the failure is noted");
            Assert.Contains("is locked by another program", _hub.LastProblem);
            Assert.Contains("not confirmed until it works again", _hub.LastProblem);
            Assert.AreEqual("{\"n\":1}", _hub.Link.On(_hub.Node.EventAckTopic).Single());
        }

        Assert.AreEqual("{\"n\":3}", _hub.Acks()[^1]);
        Assert.AreSequenceEqual([1L, 2L, 3L], _hub.StoredNumbers());
    }

    [TestMethod]
    public void Link_LostBeforeTheConfirmation_IsMadeUpForByTheNextEvent()
    {
        _hub.Link.SetConnected(false);
        _hub.Event(1);
        Assert.IsEmpty(_hub.Acks());
        _hub.Link.SetConnected(true);
        _hub.Event(1, hist: true);

        Assert.AreEqual("{\"n\":1}", _hub.Acks().Single());
    }
}
