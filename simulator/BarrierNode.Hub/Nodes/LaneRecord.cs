namespace BarrierNode.Hub;

/// <summary>The latest state of a lane and how it came. Used under the hub's lock.</summary>
internal sealed class LaneRecord
{
    private StateMessage? _state;
    private WhyMessage? _why;
    private long _arrivedAt;
    private bool _arrivedLive;

    /// <summary>Takes a state. One that is older than the known one of the same boot is dropped.</summary>
    public void Take(StateMessage state, bool retained, long now)
    {
        bool sameBoot = _state?.Boot == state.Boot;
        if (sameBoot && state.Seq < _state!.Seq)
        {
            return;
        }

        // After a reconnect the broker gives the known state once more: that does not make it younger.
        if (sameBoot && state.Seq == _state!.Seq && retained)
        {
            _state = state;
            return;
        }

        _state = state;
        _arrivedAt = now;
        _arrivedLive = !retained;
    }

    /// <summary>Takes what holds the lane. One that is older than the known one of the same boot is dropped.</summary>
    public void Take(WhyMessage why)
    {
        if (_why?.Boot != why.Boot || why.Seq >= _why.Seq)
        {
            _why = why;
        }
    }

    /// <summary>Forgets what holds the lane: what came last could not be read.</summary>
    public void DistrustWhy() => _why = null;

    /// <summary>Forgets the state: what came last could not be read, so the one before it is no longer true.</summary>
    public void Distrust() => _state = null;

    /// <summary>What is known of the lane.</summary>
    /// <param name="id">Id of the lane.</param>
    /// <param name="boot">The node's boot now; a state of another boot says nothing.</param>
    /// <param name="live">The node is live.</param>
    /// <param name="lastBeatAt">When the last beat of this boot arrived, or null.</param>
    /// <param name="now">Now.</param>
    /// <param name="time">Measures the age.</param>
    /// <param name="lastCommand">The last command to the lane.</param>
    public LaneView View(string id, string boot, bool live, long? lastBeatAt, long now, TimeProvider time, CommandView? lastCommand)
    {
        if (_state == null || _state.Boot != boot)
        {
            return Unknown(id, lastCommand);
        }

        bool ageKnown = _arrivedLive || lastBeatAt >= _arrivedAt;
        return new LaneView(
            id, _state.Position, _state.Mode, live && _state.Protected, _state.BlockedBy, _state.LowerBlockedBy, _state.Trips,
            _state.Signal, _state.Warning, ageKnown ? time.GetElapsedTime(_arrivedAt, now) : null, lastCommand)
        {
            Holds = _state.Holds, Why = _why?.Boot == boot ? _why.View : null,
        };
    }

    /// <summary>A lane of which nothing is known.</summary>
    public static LaneView Unknown(string id, CommandView? lastCommand) =>
        new(id, "unknown", "unknown", false, [], [], [], "unknown", false, null, lastCommand);
}
