namespace BarrierNode.Hub;

/// <summary>What a topic of a node carries.</summary>
internal enum TopicKind
{
    /// <summary>Not a topic that this hub knows; later versions may have more.</summary>
    Other = 0,
    Conn,
    Birth,
    Beat,
    LaneState,
    LaneCommand,
    LaneAck,
    LaneWhy,
    Event,
    EventAck,
    Recorder,
    RecorderAck,
}
