using BarrierNode.Control;

namespace BarrierNode.Sim;

/// <summary>The answer to the latest command: <c>answer: refused, reason: interlocked, blockedBy: [entryLoop]</c>.</summary>
/// <param name="Stage">A stage that it has reached.</param>
/// <param name="Reason">Why it was refused or given up; <see cref="RefusalReason.None"/>: whatever.</param>
/// <param name="BlockedBy">Names that are among what refuses it.</param>
public sealed record AnswerFact(AckStage Stage, RefusalReason Reason, IReadOnlyList<string> BlockedBy) : ScenarioFact
{
    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Value)> Pairs
    {
        get
        {
            yield return ("answer", Names.Of(Stage));
            if (Reason != RefusalReason.None)
            {
                yield return ("reason", Names.Of(Reason));
            }

            if (BlockedBy.Count > 0)
            {
                yield return ("blockedBy", FlowText.List(BlockedBy));
            }
        }
    }

    internal override bool Holds(ScenarioView view) => view.Command?.Answers.Any(IsMeant) == true;

    internal override string Seen(ScenarioView view) => view.Command is not { } command ? "no command was sent"
        : command.Last is not { } last ? $"no answer to {Names.Of(command.Op)}"
        : new AnswerFact(last.Stage, last.Reason, last.BlockedBy).ToString();

    private bool IsMeant(HubAnswer answer) =>
        answer.Stage == Stage && (Reason == RefusalReason.None || answer.Reason == Reason) && BlockedBy.All(answer.BlockedBy.Contains);
}
