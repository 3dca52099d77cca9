using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Run;

/// <summary>
/// One car through the first lane, the way operators would let it through: confirm that nothing stands on measured loops, lower, where two
/// persons must want that by two, let it pass, raise behind it. Everything goes through the hub and the node; nothing is short-cut.
/// </summary>
/// <param name="street">The running street.</param>
public sealed class Passage(RunningStreet street)
{
    private const string Operator = "passage";
    private const string SecondOperator = "passage-2";
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);

    private readonly LaneModel _model = street.Site.Lanes[0];
    private readonly string _lane = street.Site.Lanes[0].Id;

    /// <summary>How far the car and the commands have come, in words.</summary>
    public string Progress { get; private set; } = "waiting for the node";

    /// <summary>Commands that were done.</summary>
    public int Moves { get; private set; }

    /// <summary>The car has left the street, and the lane is proven closed behind it.</summary>
    public bool Done { get; private set; }

    /// <summary>Lets the car through.</summary>
    /// <param name="cancel">Ends it early.</param>
    public async Task RunAsync(CancellationToken cancel)
    {
        await Until(() => street.View(_lane) is { Position: "up" or "down" } && street.View() is { Live: true }, cancel);
        Progress = "the empty loops are confirmed";
        foreach (InputModel loop in _model.Loops.Where(l => l.Frequency is not null))
        {
            await ConfirmClear(loop, cancel);
        }

        int car = 0;
        street.InStreet(model => car = model.SendCar(_lane));
        await Move(CommandOp.Lower, "lowering", cancel);
        Progress = "the car passes";
        double clearOfLoops = street.Site.Street.Carriageways[0].Loops.Max(l => l.ToM);
        await Until(() => Find(car) is not { } found || found.FrontM - found.LengthM > clearOfLoops, cancel);
        Progress = "waiting for clear loops";
        await Until(() => street.View(_lane) is { BlockedBy.Count: 0 }, cancel);
        await Move(CommandOp.Raise, "raising", cancel);
        Progress = "waiting for the proof that the lane is closed";
        await Until(() => street.View(_lane) is { Protected: true } && Find(car) is null, cancel);
        Progress = "done";
        Done = true;
    }

    private CarSnapshot? Find(int car) => street.Snapshot().Cars.FirstOrDefault(c => c.Id == car);

    // Refused until the node has measured the loop for a moment.
    private async Task ConfirmClear(InputModel loop, CancellationToken cancel)
    {
        int number = SiteCompiler.NumberOf(street.Site, loop.Name);
        CommandStage end;
        do
        {
            CommandView command = street.Send(_lane, CommandOp.ConfirmClear, Operator, number);
            end = await EndOf(command, cancel);
        }
        while (end is { Stage: "refused", Reason: "causeStands" });

        MustBeDone(CommandOp.ConfirmClear, end);
    }

    private async Task Move(CommandOp op, string progress, CancellationToken cancel)
    {
        Progress = progress;
        CommandView command = street.Send(_lane, op, Operator);
        if (op == CommandOp.Lower && _model.Setting(LaneSetting.DualConsent) > 0)
        {
            await Until(() => LastStage(command.Id) is { Stage: not "sent" }, cancel);
            street.Send(_lane, CommandOp.Consent, SecondOperator);
        }

        MustBeDone(op, await EndOf(command, cancel));
        Moves++;
    }

    private async Task<CommandStage> EndOf(CommandView command, CancellationToken cancel)
    {
        CommandStage? last = null;
        await Until(() => (last = LastStage(command.Id)) is { Stage: "done" or "refused" or "aborted" }, cancel);
        return last!;
    }

    private static void MustBeDone(CommandOp op, CommandStage end)
    {
        if (end.Stage != "done")
        {
            throw new RunException($"{op} was {end.Stage}: {end.Reason} {string.Join(", ", end.BlockedBy)}");
        }
    }

    private CommandStage? LastStage(string id) =>
        street.Hub.Commands.RecentCommands(20).FirstOrDefault(c => c.Id == id)?.Stages[^1];

    private static async Task Until(Func<bool> condition, CancellationToken cancel)
    {
        while (!condition())
        {
            await Task.Delay(s_poll, cancel);
        }
    }
}
