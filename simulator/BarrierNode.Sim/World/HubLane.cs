
namespace BarrierNode.Sim;

/// <summary>A lane as the hub knows it: the latest messages of its node. Messages are taken apart only when somebody looks.</summary>
public sealed class HubLane
{
    private static readonly Dictionary<string, string> s_nothing = [];

    private byte[]? _state;
    private byte[]? _why;
    private Dictionary<string, string>? _stateFields;
    private Dictionary<string, string>? _whyFields;

    internal HubLane(string id) => Id = id;

    /// <summary>Id of the lane.</summary>
    public string Id { get; }

    /// <summary>The fields of its latest <c>state</c> by their names in docs/protocol.md, lists joined by a comma; empty before the first.</summary>
    public IReadOnlyDictionary<string, string> State => _stateFields ??= _state is null ? s_nothing : MessageText.Fields(_state);

    /// <summary>The fields of its latest <c>why</c>, the names of a list joined by a comma; empty before the first.</summary>
    public IReadOnlyDictionary<string, string> Why => _whyFields ??= _why is null ? s_nothing : MessageText.Fields(_why);

    /// <summary>Where it is: <c>up</c>, <c>down</c>, <c>raising</c>, <c>lowering</c>, <c>stopped</c>, <c>unknown</c>.</summary>
    public string Position => State.GetValueOrDefault("position", "unknown");

    /// <summary>When its latest state arrived, in microseconds of the city.</summary>
    public long StateUs { get; private set; }

    internal void TakeState(byte[] message, long nowUs)
    {
        _state = message;
        _stateFields = null;
        StateUs = nowUs;
    }

    internal void TakeWhy(byte[] message)
    {
        _why = message;
        _whyFields = null;
    }

    internal void Forget()
    {
        TakeState([], 0);
        _state = null;
        TakeWhy([]);
        _why = null;
    }
}
