using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Another site table comes into the flash of the node, whose next start reads it.</summary>
/// <param name="How">What is wrong with it.</param>
public sealed record SiteTableAct(TableChange How) : ScenarioAct
{
    private static readonly (string Word, TableChange Value)[] s_words = [.. Enum.GetValues<TableChange>().Select(c => (Spelling.Camel(c.ToString()), c))];

    /// <inheritdoc/>
    public override string Verb => "siteTable";

    /// <inheritdoc/>
    public override string Value => s_words.First(w => w.Value == How).Word;

    internal override void Do(ScenarioStage stage) => stage.Station.Node.Commission(How);

    internal static ScenarioAct? Read(ScenarioValue value) =>
        value.OneOf([.. s_words.Select(w => w.Word)]) is { } word ? new SiteTableAct(s_words.First(w => w.Word == word).Value) : null;
}
