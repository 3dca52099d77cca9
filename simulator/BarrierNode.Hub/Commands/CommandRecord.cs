namespace BarrierNode.Hub;

/// <summary>A command with what it was signed with. Used under the hub's lock.</summary>
internal sealed class CommandRecord(
    string id, NodeAddress node, string lane, string operation, string operatorName, string? reason, int argument, string boot, long beat,
    long seq, DateTimeOffset sentAt, IEnumerable<CommandStage> stages)
{
    private readonly List<CommandStage> _stages = [.. stages];

    public string Id => id;

    public NodeAddress Node => node;

    public string Lane => lane;

    public string Operation => operation;

    public string OperatorName => operatorName;

    public string? Reason => reason;

    public int Argument => argument;

    public string Boot => boot;

    public long Beat => beat;

    public long Seq => seq;

    public DateTimeOffset SentAt => sentAt;

    /// <summary>True while the node has said nothing and the hub has not given up waiting.</summary>
    public bool Unanswered => _stages is [{ Stage: CommandStages.Sent }];

    /// <summary>Adds a stage of the node when the command climbs by it.</summary>
    /// <returns>Its position, or -1 when it says nothing new.</returns>
    public int Climb(CommandStage stage) =>
        CommandStages.Height(stage.Stage) > _stages.Max(known => CommandStages.Height(known.Stage)) ? Add(stage) : -1;

    /// <summary>Adds a stage.</summary>
    /// <returns>Its position.</returns>
    public int Add(CommandStage stage)
    {
        _stages.Add(stage);
        return _stages.Count - 1;
    }

    public CommandView View() => new(id, node, lane, operation, operatorName, sentAt, _stages.ToArray()) { Argument = argument, Reason = reason };
}
