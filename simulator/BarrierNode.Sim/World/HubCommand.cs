using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>A command of the hub, and how far it has come.</summary>
public sealed class HubCommand
{
    private readonly List<HubAnswer> _answers = [];

    internal HubCommand(int number, string id, Station station, string lane, CommandOp op, int argument, long sentUs, string? notSentBecause)
    {
        Number = number;
        Id = id;
        Station = station;
        Lane = lane;
        Op = op;
        Argument = argument;
        SentUs = sentUs;
        NotSentBecause = notSentBecause;
    }

    /// <summary>Its number, from 0.</summary>
    public int Number { get; }

    /// <summary>Its id on the wire, 32 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>The site that it was sent to.</summary>
    public Station Station { get; }

    /// <summary>Id of its lane.</summary>
    public string Lane { get; }

    /// <summary>What it asks.</summary>
    public CommandOp Op { get; }

    /// <summary>Its argument.</summary>
    public int Argument { get; }

    /// <summary>When it was sent, in microseconds of the city.</summary>
    public long SentUs { get; }

    /// <summary>Why the hub did not send it at all, or null: it does not know the node, or what it knows is old.</summary>
    public string? NotSentBecause { get; }

    /// <summary>The message that was sent, a JWS; empty when none was.</summary>
    public IReadOnlyList<byte> Message { get; internal set; } = [];

    /// <summary>The answers, in the order of arrival.</summary>
    public IReadOnlyList<HubAnswer> Answers => _answers;

    /// <summary>The latest answer, or null.</summary>
    public HubAnswer? Last => _answers.Count == 0 ? null : _answers[^1];

    internal void Add(HubAnswer answer) => _answers.Add(answer);
}
