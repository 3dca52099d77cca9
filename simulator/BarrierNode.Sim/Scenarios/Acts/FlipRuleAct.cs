using System.Globalization;
using BarrierNode.Interlock;
using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>One bit of the rules turns over in the memory of the node, and stays so until its next start.</summary>
/// <param name="Word">Number of the word, 0 to 271.</param>
/// <param name="Bit">Number of the bit, 0 to 63.</param>
public sealed record FlipRuleAct(int Word, int Bit) : ScenarioAct
{
    private const int LastBit = 63;

    /// <inheritdoc/>
    public override string Verb => "flipRule";

    /// <inheritdoc/>
    public override string Value => FlowText.Map(("word", Word.ToString(CultureInfo.InvariantCulture)), ("bit", Bit.ToString(CultureInfo.InvariantCulture)));

    internal override void Do(ScenarioStage stage) => stage.Station.Node.FlipRule(Word, Bit);

    internal static ScenarioAct? Read(Section section)
    {
        int? word = section.Int("word", 0, GateTable.CheckWordAt);
        int? bit = section.Int("bit", 0, LastBit);
        return word is { } w && bit is { } b ? new FlipRuleAct(w, b) : null;
    }
}
