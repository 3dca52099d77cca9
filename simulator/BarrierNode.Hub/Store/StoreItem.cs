namespace BarrierNode.Hub;

/// <summary>Something that waits to be stored; stored in the order of arrival.</summary>
internal abstract record StoreItem;

/// <summary>An event of a node.</summary>
internal sealed record EventItem(NodeAddress Node, EventMessage Event, DateTimeOffset ReceivedAt, string Json) : StoreItem;

/// <summary>A node said in which boot it is; the events that follow are sent in this boot.</summary>
internal sealed record BootItem(NodeAddress Node, string Boot) : StoreItem;

/// <summary>A page of a flight record, and the name of the file that the record will have.</summary>
internal sealed record PageItem(NodeAddress Node, string FileName, RecordPage Page) : StoreItem;

/// <summary>A stage of a command.</summary>
internal sealed record StageItem(string Id, int Position, CommandStage Stage) : StoreItem;
