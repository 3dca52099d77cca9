using BarrierNode.Control;
using BarrierNode.Hub;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>What happens while nobody listens is told afterwards: all of it, once, in order.</summary>
[TestClass]
public class OutageEventsTests
{
    private static readonly string[] s_outage = ["detected", "cleared", "tripped"];

    [TestMethod]
    public void Events_OfABrokerOutage_ArriveOnceAndInOrder()
    {
        using LiveStreet street = new();
        street.Must(CommandOp.Lower);
        WaitUntilConfirmed(street);
        long last = street.Events[^1].Number;

        street.Running.Broker!.Kill();
        ShowACarAndPressEmergencyStop(street);
        street.Running.Broker.Restart();
        street.WaitForEvent("linkUp", e => e.Number > last);
        WaitUntilConfirmed(street);

        IReadOnlyList<EventView> events = street.Events;
        AssertUnbroken(events);
        AssertHistorical([.. events.Where(e => e.Number > last)]);
        Assert.IsFalse(events[^1].Historical, "what happens after the return is live");
    }

    [TestMethod]
    public void Events_OfAnOutageWithARestartOfTheNode_ArriveOnceAndInOrder()
    {
        using LiveStreet street = new();
        street.Must(CommandOp.Lower);
        WaitUntilConfirmed(street);
        EventView last = street.Events[^1];

        street.Running.Broker!.Kill();
        long before = JournalEntries(street);
        ShowACarAndPressEmergencyStop(street);
        Wait.Until(() => JournalEntries(street) >= before + s_outage.Length, "what happened is in the flash");
        long atPowerCut = JournalEntries(street);
        street.Running.Node.PowerOff();
        street.Running.Node.PowerOn();
        Wait.Until(() => JournalEntries(street) > atPowerCut, "the start is in the flash");
        street.Running.Broker.Restart();
        street.WaitForEvent("linkUp", e => e.Boot > last.Boot);
        WaitUntilConfirmed(street);

        IReadOnlyList<EventView> events = street.Events;
        AssertUnbroken(events);
        AssertHistorical([.. events.Where(e => e.Number > last.Number && e.Boot == last.Boot)]);
        Assert.AreEqual("started", events.First(e => e.Boot > last.Boot).Code);
        Assert.IsTrue(events.First(e => e.Boot > last.Boot).Historical, "the start was before the connection");
        CollectionAssert.Contains(street.LaneNow.Trips.ToArray(), "emergencyStop", "the latch has outlived the power cut");
    }

    private static void ShowACarAndPressEmergencyStop(LiveStreet street)
    {
        double loopFromM = street.Site.Street.Carriageways[0].Loops[0].FromM;
        int car = street.SendCar();
        Wait.Until(() => street.Car(car)!.FrontM > loopFromM + 1, "the car is on the loop");
        long entries = JournalEntries(street);
        street.Running.InStreet(s => s.RemoveCar(car));
        Wait.Until(() => JournalEntries(street) > entries, "the node has noted that the car is gone");
        street.PressEmergencyStop(true);
        Wait.Until(() => !street.Running.Snapshot().PermissionAlive, "the node has given up the permission");
        street.PressEmergencyStop(false);
    }

    private static void AssertUnbroken(IReadOnlyList<EventView> events)
    {
        string all = string.Join("\n", events.Select(e => e.Json));
        for (int i = 0; i < events.Count; i++)
        {
            Assert.AreEqual(i + 1, events[i].Number, all);
            if (i > 0)
            {
                Assert.IsGreaterThanOrEqualTo(events[i - 1].Boot, events[i].Boot, all);
                bool sameBoot = events[i].Boot == events[i - 1].Boot;
                Assert.IsTrue(!sameBoot || events[i].UptimeMs >= events[i - 1].UptimeMs, $"uptime falls at {i + 1}:\n{all}");
            }
        }
    }

    private static void AssertHistorical(IReadOnlyList<EventView> events)
    {
        string[] outage = [.. events.Where(e => s_outage.Contains(e.Code)).Select(e => e.Code)];
        CollectionAssert.AreEqual(s_outage, outage, string.Join(", ", events.Select(e => e.Code)));
        foreach (EventView e in events.Where(e => s_outage.Contains(e.Code)))
        {
            Assert.IsTrue(e.Historical, e.Json);
        }
    }

    private static void WaitUntilConfirmed(LiveStreet street)
    {
        street.WaitUntilLive();
        using Wire wire = street.Watcher();
        Wait.Until(() => wire.On(street.Topics.Beat) is [.., var beat] && (long)beat["journal"]! == 0, "everything is confirmed");
    }

    private static long JournalEntries(LiveStreet street) =>
        new FileInfo(Path.Combine(street.FlashFolder, "events0.bin")).Length / JournalEntry.Length;
}
