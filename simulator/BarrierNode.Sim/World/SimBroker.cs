namespace BarrierNode.Sim;

/// <summary>
/// The MQTT broker of a city, as Mosquitto is for MQTT 3.1.1: quality of service 0 and 1, clean sessions, retained messages, last wills, keep-alive, a list
/// of permissions a client. It keeps nothing on disk: when it ends, what it had retained is gone.
/// </summary>
public sealed class SimBroker
{
    private readonly City _city;
    private bool _up = true;

    internal SimBroker(City city) => _city = city;

    /// <summary>Raised for every message that it takes: station, topic, bytes.</summary>
    public event Action<Station, string, byte[]>? Published;

    /// <summary>It runs. When it ends, every connection ends and no will is told.</summary>
    public bool Up
    {
        get => _up;
        set
        {
            if (_up == value)
            {
                return;
            }

            _up = value;
            foreach (Station station in _city.Stations)
            {
                station.Session.Forget();
            }

            _city.Hub.Reconnect();
        }
    }

    /// <summary>Messages that it has taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Messages that it has dropped because their sender may not write there.</summary>
    public long Denied { get; private set; }

    /// <summary>The message that is retained for a topic, or null.</summary>
    /// <param name="topic">The topic.</param>
    public byte[]? Retained(string topic) => StationOf(topic)?.Session.Retained.GetValueOrDefault(topic);

    /// <summary>Publishes as somebody who may write everything: for what an attacker or a wrong hub could do.</summary>
    /// <param name="topic">The topic, below the root of a node.</param>
    /// <param name="message">Its bytes.</param>
    /// <param name="retain">It is kept for who comes later.</param>
    /// <exception cref="ArgumentException">The topic belongs to no node of this city.</exception>
    public void Publish(string topic, byte[] message, bool retain = false)
    {
        Station station = StationOf(topic) ?? throw new ArgumentException($"{topic} belongs to no node of this city.");
        if (_up)
        {
            station.Session.Publish(topic, message, retain);
        }
    }

    internal void Count(Station station, string topic, byte[] message)
    {
        Taken++;
        station.Hash.Add(topic);
        station.Hash.Add(message);
        Published?.Invoke(station, topic, message);
    }

    internal void CountDenied() => Denied++;

    private Station? StationOf(string topic) => _city.Stations.FirstOrDefault(s => topic.StartsWith(s.Topics.Root, StringComparison.Ordinal));
}
