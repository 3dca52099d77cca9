using BarrierNode.Control;
using BarrierNode.Desktop.Screens;
using BarrierNode.Hub;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Run;

/// <summary>The street page's view of a running street.</summary>
public sealed class StreetScreen : IStreetScreen, IDisposable
{
    private const int ShownEvents = 50;
    private static readonly TimeSpan s_resetPress = TimeSpan.FromMilliseconds(400);

    private readonly RunningStreet _street;
    private volatile bool _eventsOld = true;
    private volatile IReadOnlyList<EventView> _events = [];

    /// <summary>Makes a view.</summary>
    /// <param name="street">The street.</param>
    public StreetScreen(RunningStreet street)
    {
        _street = street;
        _street.Hub.Changed += NoteChange;
    }

    /// <inheritdoc/>
    public ScreenState Current
    {
        get
        {
            if (_eventsOld)
            {
                _eventsOld = false;
                _events = _street.Hub.Events.LastEvents(ShownEvents);
            }

            return new ScreenState(_street.Site, _street.Snapshot(), _street.View(), _events, DateTimeOffset.Now);
        }
    }

    /// <inheritdoc/>
    public Task<string?> Command(string lane, CommandOp op, int argument, string operatorName)
    {
        try
        {
            _street.Send(lane, op, operatorName, argument);
            return Task.FromResult<string?>(null);
        }
        catch (CommandNotSentException e)
        {
            return Task.FromResult<string?>(e.Message);
        }
    }

    /// <inheritdoc/>
    public void SendCar(string lane) => _street.InStreet(street => street.SendCar(lane));

    /// <inheritdoc/>
    public void DriveOn(string lane) => _street.InStreet(street =>
    {
        if (street.Snapshot().Cars.FirstOrDefault(car => car.Lane == lane && car.Waiting) is { } waiting)
        {
            street.DriveOn(waiting.Id);
        }
    });

    /// <inheritdoc/>
    public void MoveByHand(string lane, bool deploy) => _street.InStreet(street => street.MoveByHand(lane, deploy));

    /// <inheritdoc/>
    public void PressEmergencyStop(bool pressed) => _street.InStreet(street => street.EmergencyStopPressed = pressed);

    /// <inheritdoc/>
    public void PressReset()
    {
        _street.InStreet(street => street.ResetPressed = true);
        _ = Task.Delay(s_resetPress).ContinueWith(_ => _street.InStreet(street => street.ResetPressed = false), TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public void Dispose() => _street.Hub.Changed -= NoteChange;

    private void NoteChange() => _eventsOld = true;
}
