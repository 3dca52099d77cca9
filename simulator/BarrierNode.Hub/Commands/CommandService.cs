using System.Security.Cryptography;
using BarrierNode.Control;

namespace BarrierNode.Hub;

/// <summary>
/// Sends signed commands and follows them. A command is stored before it goes out, so that a restarted hub knows what it has asked for;
/// <c>stop</c> and <c>estop</c> go out first and are stored then, because halting must not wait for a disk.
/// </summary>
public sealed class CommandService
{
    /// <summary>Commands that are kept in memory and found again after a restart; an answer to an older one counts as unknown.</summary>
    public const int Kept = 1000;

    private const int MaxName = 32;
    private const int MaxReason = 64;

    private readonly HubOptions _options;
    private readonly IHubLink _link;
    private readonly TimeProvider _time;
    private readonly Lock _gate;
    private readonly NodeRegistry _registry;
    private readonly HubDatabase _database;
    private readonly Action<StoreItem> _storeLater;
    private readonly ProblemLog _problems;
    private readonly Action _changed;

    // One at a time from its sequence number to the wire: a node refuses a number that comes after a higher one.
    private readonly Lock _sending = new();
    private readonly List<CommandRecord> _inOrder = [];
    private readonly Dictionary<string, CommandRecord> _byId = [];
    private readonly Dictionary<(NodeAddress Node, string Lane), CommandRecord> _lastOfLane = [];
    private readonly Dictionary<CommandRecord, long> _unansweredSince = [];
    private Dictionary<(NodeAddress Node, string Boot), long> _lastSequence = [];
    private long _unknownAnswers;

    internal CommandService(
        HubOptions options, IHubLink link, TimeProvider time, Lock gate, NodeRegistry registry, HubDatabase database,
        Action<StoreItem> storeLater, ProblemLog problems, Action changed)
    {
        _options = options;
        _link = link;
        _time = time;
        _gate = gate;
        _registry = registry;
        _database = database;
        _storeLater = storeLater;
        _problems = problems;
        _changed = changed;
    }

    /// <summary>Answers to commands that this hub does not know: another hub's, very old ones, or with a wrong signature.</summary>
    public long UnknownAnswers => Interlocked.Read(ref _unknownAnswers);

    /// <summary>Signs a command, stores it and sends it. Returns at once; the stages follow as the node answers.</summary>
    /// <param name="node">The node.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="op">What it asks. Only <c>stop</c> and <c>estop</c> are sent to a node that is not live.</param>
    /// <param name="operatorName">Who gives it, 1 to 32 characters.</param>
    /// <param name="reason">Why, at most 64 characters, or null.</param>
    /// <param name="argument">Argument of the operation, 0 to <see cref="RequestRing.MaxArgument"/>.</param>
    /// <returns>The command with its first stage.</returns>
    /// <exception cref="CommandNotSentException">It was not sent; the message says why.</exception>
    public CommandView Send(NodeAddress node, string lane, CommandOp op, string operatorName, string? reason = null, int argument = 0)
    {
        RequireOperation(op);
        RequireArgument(argument);
        RequireText("operator's name", operatorName, 1, MaxName);
        RequireText("reason", reason ?? string.Empty, 0, MaxReason);
        byte[] key = _options.CommandKeyOf(node)
            ?? throw new CommandNotSentException($"This hub has no command key for {node}: give it the node's key.");

        try
        {
            return Halts(op)
                ? SendHalt(node, lane, op, operatorName, reason, key)
                : SendStored(node, lane, op, operatorName, reason, argument, key);
        }
        finally
        {
            // Here, where no lock is held: a listener may send a command of its own.
            _changed();
        }
    }

    /// <summary>The latest commands.</summary>
    /// <param name="count">How many at most.</param>
    /// <returns>Newest first.</returns>
    public IReadOnlyList<CommandView> RecentCommands(int count)
    {
        lock (_gate)
        {
            return [.. Enumerable.Reverse(_inOrder).Take(count).Select(command => command.View())];
        }
    }

    /// <summary>Finds what an earlier run of the hub has sent. Commands without an answer are waited for once more.</summary>
    internal void Load()
    {
        (List<CommandRecord> commands, _lastSequence) =
            _database.Read(connection => (CommandStore.Latest(connection, Kept), CommandStore.Sequences(connection)));
        foreach (CommandRecord command in commands)
        {
            Remember(command);
        }
    }

    /// <summary>The last command to a lane. Used under the hub's lock.</summary>
    internal CommandView? LastOf(NodeAddress node, string lane) => _lastOfLane.GetValueOrDefault((node, lane))?.View();

    /// <summary>Takes an answer of a lane.</summary>
    /// <returns>True when a command has a new stage.</returns>
    internal bool Take(NodeAddress node, string lane, AckMessage ack)
    {
        StageItem added;
        lock (_gate)
        {
            if (!_byId.TryGetValue(ack.Id, out CommandRecord? command) || command.Node != node || command.Lane != lane)
            {
                Interlocked.Increment(ref _unknownAnswers);
                return false;
            }

            CommandStage stage = new(ack.Stage, _time.GetUtcNow(), ack.Reason, ack.BlockedBy);
            int position = command.Climb(stage);
            _unansweredSince.Remove(command);
            if (position < 0)
            {
                return false;
            }

            added = new StageItem(command.Id, position, stage);
        }

        _storeLater(added);
        return true;
    }

    /// <summary>Notices commands without an answer.</summary>
    /// <returns>True when a command has a new stage.</returns>
    internal bool NoticeSilence()
    {
        List<StageItem> added = [];
        lock (_gate)
        {
            foreach ((CommandRecord command, long since) in _unansweredSince)
            {
                if (_time.GetElapsedTime(since) >= HubOptions.AnswerTimeout)
                {
                    CommandStage stage = new(CommandStages.NoAnswer, _time.GetUtcNow(), null, []);
                    added.Add(new StageItem(command.Id, command.Add(stage), stage));
                    _unansweredSince.Remove(command);
                }
            }
        }

        added.ForEach(_storeLater);
        return added.Count > 0;
    }

    private static bool Halts(CommandOp op) => op is CommandOp.Stop or CommandOp.EmergencyStop;

    private static void RequireOperation(CommandOp op)
    {
        if (op is < CommandOp.Raise or CommandOp.Clock || Names.Operation(Names.Of(op)) == CommandOp.None)
        {
            throw new CommandNotSentException($"\"{Names.Of(op)}\" is no operation, expected raise, lower, stop, estop, reset or one of docs/protocol.md.");
        }
    }

    private static void RequireArgument(int argument)
    {
        if (argument is < 0 or > RequestRing.MaxArgument)
        {
            throw new CommandNotSentException($"The argument is {argument}, expected 0 to {RequestRing.MaxArgument}.");
        }
    }

    private static void RequireText(string what, string text, int min, int max)
    {
        if (text.Length < min || text.Length > max || text.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            throw new CommandNotSentException($"The {what} must have {min} to {max} printable characters.");
        }
    }

    private CommandView SendStored(
        NodeAddress node, string lane, CommandOp op, string operatorName, string? reason, int argument, byte[] key)
    {
        lock (_sending)
        {
            (CommandRecord command, CommandView view) = Make(node, lane, op, operatorName, reason, argument);
            byte[] message = Sign(command, key);
            try
            {
                Store(command, view);
            }
            catch (HubStoreException problem)
            {
                throw new CommandNotSentException($"{problem.Message} A command that cannot be stored is not sent.", problem);
            }

            lock (_gate)
            {
                Remember(command);
            }

            Publish(command, message);
            return view;
        }
    }

    private CommandView SendHalt(NodeAddress node, string lane, CommandOp op, string operatorName, string? reason, byte[] key)
    {
        (CommandRecord command, CommandView view) = Make(node, lane, op, operatorName, reason, 0);
        byte[] message = Sign(command, key);
        lock (_gate)
        {
            Remember(command);
        }

        try
        {
            Publish(command, message);
        }
        finally
        {
            StoreHalt(command, view);
        }

        return view;
    }

    private void StoreHalt(CommandRecord command, CommandView view)
    {
        try
        {
            Store(command, view);
        }
        catch (HubStoreException problem)
        {
            _problems.Note($"{problem.Message} The {command.Operation} to {command.Node} was sent all the same, but is not recorded.");
        }
    }

    private void Store(CommandRecord command, CommandView view) => _database.Write(connection =>
    {
        CommandStore.Add(connection, command, view.Stages[0]);
        return true;
    });

    /// <summary>Makes a command if it may be sent now.</summary>
    private (CommandRecord Command, CommandView View) Make(
        NodeAddress address, string lane, CommandOp op, string operatorName, string? reason, int argument)
    {
        if (!_link.Connected)
        {
            throw new CommandNotSentException(
                "The hub has no link to the broker: nothing was sent. If it is urgent, use the controls on site.");
        }

        lock (_gate)
        {
            NodeRecord node = _registry.Find(address)
                ?? throw new CommandNotSentException($"The hub has never heard of the node {address}: check its name and its link.");
            if (!(Halts(op) ? node.HasShownLane(lane) : node.HasLane(lane)))
            {
                throw new CommandNotSentException($"The node {address} has not announced a lane {lane}: check its site file.");
            }

            BeatMessage beat = node.LastBeat
                ?? throw new CommandNotSentException($"No sign of life of {address} has reached this hub yet: nothing was sent.");
            if (!Halts(op) && !node.IsLive(_time.GetTimestamp()))
            {
                throw new CommandNotSentException($"The data of {address} is not live: nothing was sent. Only stop and estop go out now.");
            }

            long seq = _lastSequence.GetValueOrDefault((address, beat.Boot)) + 1;
            _lastSequence[(address, beat.Boot)] = seq;
            DateTimeOffset now = _time.GetUtcNow();
            CommandRecord command = new(
                RandomNumberGenerator.GetHexString(32, lowercase: true), address, lane, Names.Of(op), operatorName, reason, argument, beat.Boot,
                beat.Beat, seq, now, [new CommandStage(CommandStages.Sent, now, null, [])]);
            return (command, command.View());
        }
    }

    private byte[] Sign(CommandRecord command, byte[] key)
    {
        byte[] message = Jws.Sign(CommandPayload.Of(command, _options.Seat), key);
        return message.Length <= CommandIntake.MaxLength
            ? message
            : throw new CommandNotSentException(
                $"The command has {message.Length} bytes, a node takes {CommandIntake.MaxLength}: shorten the reason or the name.");
    }

    private void Publish(CommandRecord command, byte[] message)
    {
        NodeAddress node = command.Node;
        string topic = new Topics(node.City, node.Site, node.Node).LaneCommand(command.Lane);
        if (_link.Publish(topic, message))
        {
            return;
        }

        CommandStage stage = new(CommandStages.NotSent, _time.GetUtcNow(), null, []);
        int position;
        lock (_gate)
        {
            position = command.Add(stage);
            _unansweredSince.Remove(command);
        }

        _storeLater(new StageItem(command.Id, position, stage));
        throw new CommandNotSentException("The link to the broker broke in this moment: the command was not sent.");
    }

    /// <summary>Keeps a command in memory and drops the oldest. Used under the hub's lock.</summary>
    private void Remember(CommandRecord command)
    {
        _inOrder.Add(command);
        _byId.Add(command.Id, command);
        _lastOfLane[(command.Node, command.Lane)] = command;
        if (command.Unanswered)
        {
            _unansweredSince[command] = _time.GetTimestamp();
        }

        if (_inOrder.Count > Kept)
        {
            _byId.Remove(_inOrder[0].Id);
            _unansweredSince.Remove(_inOrder[0]);
            _inOrder.RemoveAt(0);
        }
    }
}
