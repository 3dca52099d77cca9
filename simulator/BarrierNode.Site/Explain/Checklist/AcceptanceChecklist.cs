using BarrierNode.Control;

namespace BarrierNode.Site.Explain;

/// <summary>
/// What a technician tries on site before a cabinet goes into service: every rule of its interlock, made from the compiled site table, and
/// every hazard that its equipment has.
/// </summary>
public sealed class AcceptanceChecklist
{
    private AcceptanceChecklist(SiteTable table, InterlockMatrix matrix, IReadOnlyList<CheckStep> hazards)
    {
        var rules = new RuleSteps(table, matrix);
        Matrix = matrix;
        Chapters =
        [
            new("Conditions", "What lets an output on, and what refuses it: one step for each cell of the matrix.", new CellSteps(table, matrix).All()),
            new("Exclusions", "Outputs that are never on together.", rules.Exclusions()),
            new("Dead times", "Outputs that must have been off before another goes on.", rules.DeadTimes()),
            new("Run limits", "How long an output is on at most.", rules.RunLimits()),
            new("Leases", "An output is on only while it is asked for.", rules.Leases()),
            new("Feedback contacts", "Contacts that tell whether contactors and valves obey.", rules.Feedback()),
            new("Two-channel inputs", "Two contacts that must agree.", rules.Pairs()),
            new("Trips", "What stays off until a person resets it.", rules.Trips()),
            new("Hazards", "What can go wrong with equipment as it is in this site; docs/hazards.md tells of each.", hazards),
        ];
    }

    /// <summary>The chapters in their order, those without steps too.</summary>
    public IReadOnlyList<CheckChapter> Chapters { get; }

    /// <summary>The interlock that is tried.</summary>
    internal InterlockMatrix Matrix { get; }

    /// <summary>Makes the list of a site.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    public static AcceptanceChecklist Of(SiteModel site) =>
        new(SiteCompiler.Compile(site), InterlockMatrix.Of(site), HazardSteps.Of(site));

    /// <summary>Makes the list of a table alone: nothing is known about hazards.</summary>
    /// <param name="table">A table as for <see cref="InterlockMatrix.Of(SiteTable)"/>.</param>
    public static AcceptanceChecklist Of(SiteTable table) => new(table, InterlockMatrix.Of(table), []);

    /// <summary>Writes the list.</summary>
    internal void Write(IPageForm form)
    {
        form.Title($"Acceptance of {Matrix.Place}", Matrix.Facts);
        form.Head("Before you begin");
        form.Sentences(
        [
            $"The birth message of the node names the site table {Matrix.TableHash}. With any other, this list is not that of the node.",
            "Close the street. A second person stands at the emergency stop, and nobody within reach of the barriers.",
            "Field terminals are those of the interface relays, not the pins of the chip. Never put a voltage on a pin.",
            "Some steps trip. After each step put everything right again, and reset what is latched. A reset moves nothing.",
            "A step that does not go as it says ends the acceptance: leave the drives without power, and write down what happened.",
        ]);
        foreach (CheckChapter chapter in Chapters)
        {
            form.Head(chapter.Title);
            if (chapter.Steps.Count > 0)
            {
                form.Sentences([chapter.Note]);
            }

            form.Steps(chapter.Steps);
        }

        form.Head("Result");
        form.Blanks(["Date", "Name of the technician", "Signature", "Name of the owner", "Signature of the owner", "Remark"]);
    }
}
