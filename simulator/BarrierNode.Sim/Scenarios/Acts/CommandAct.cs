using BarrierNode.Control;
using BarrierNode.Site;
using Names = BarrierNode.Control.Names;

namespace BarrierNode.Sim;

/// <summary>The control room sends a command.</summary>
/// <param name="Op">What it asks.</param>
/// <param name="Lane">Id of the lane.</param>
/// <param name="Argument">Its argument as docs/protocol.md tells it.</param>
/// <param name="By">The operator, or empty for the usual one.</param>
public sealed record CommandAct(CommandOp Op, string Lane, int Argument = 0, string By = "") : ScenarioAct
{
    /// <inheritdoc/>
    public override string Verb => "command";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(
        (Names.Of(Op), FlowText.Of(Lane)),
        ("argument", Argument == 0 ? null : Argument.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("by", By.Length > 0 ? FlowText.Of(By) : null));

    internal override void Do(ScenarioStage stage) => stage.Command(this);

    internal static ScenarioAct? Read(ScenarioSite site, Section section)
    {
        (string Word, CommandOp Op)? op = section.OneKey(ScenarioWords.Operations);
        if (op is null)
        {
            return null;
        }

        string? lane = site.Lane(section, op.Value.Word);
        int argument = CommandArguments.Read(site, section, op.Value.Op);
        string by = section.OptionalText("by") ?? "";
        return lane is null ? null : new CommandAct(op.Value.Op, lane, argument, by);
    }
}
