namespace BarrierNode.Site.Explain;

/// <summary>Which wire goes to which terminal of a cabinet: one row for each pin that is used, and the pins that are left.</summary>
public sealed class WiringList
{
    private const string OutputPull = "10 k\u03a9 to ground, at the driver";
    private const string InputPull = "10 k\u03a9 to ground; 1 k\u03a9 in series; 100 nF to ground";

    private readonly SiteModel _site;
    private readonly InterlockMatrix _matrix;

    private WiringList(SiteModel site)
    {
        _site = site;
        _matrix = InterlockMatrix.Of(site);
        Dictionary<string, WiredContact> contacts = WiredContact.Of(site).ToDictionary(c => c.Input.Name);
        Terminals =
        [
            .. _matrix.Inputs.Select(i => Input(i, contacts[i.Name]))
                .Concat(_matrix.Outputs.Select(Output))
                .Append(Permit())
                .OrderBy(t => t.Gpio),
        ];
        Spare = [.. site.Board.Pins.Values.Where(p => p.MayBeInput && Terminals.All(t => t.Gpio != p.Gpio)).OrderBy(p => p.Gpio)];
    }

    /// <summary>Every pin that is used, by its number.</summary>
    public IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>Every pin that equipment could still use, by its number.</summary>
    public IReadOnlyList<BoardPin> Spare { get; }

    /// <summary>Makes the list of a site.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    public static WiringList Of(SiteModel site) => new(site);

    /// <summary>Writes the list.</summary>
    internal void Write(IPageForm form)
    {
        form.Title($"Wiring of {_matrix.Place}", _matrix.Facts);
        form.Head($"Board {_site.Board.Name}: {_site.Board.Title}");
        form.Sentences(_site.Board.Preparation.Count > 0 ? _site.Board.Preparation : ["The board needs no change before it is wired."]);
        form.Table(new PageTable(
            "Terminals",
            ["GPIO", "name", "direction", "contact or driver", "at rest", "cable from", "cable to", "at the pin", "board note", "cable no."],
            [.. Terminals.Select(Row)]));
        form.Table(new PageTable("Spare pins", ["GPIO", "can be", "board note"], [.. Spare.Select(Row)]));
        form.Head("Rules");
        form.Sentences(
        [
            "A contact lies between 3.3 V and its pin. Normally closed: it opens as it acts, so a cut wire looks as if it acted.",
            "At rest: no contact acts, and no output is on. A limit switch acts while its barrier is at that end.",
            "Field wires end at interface relays or optocouplers with surge protection, never at a pin.",
            "Every output needs its pull-down: in reset the pins float, and for a moment the chip pulls them up.",
            "The permission pulse is an edge in every good scan. Its timer takes the power from all drives 250 ms after the last edge.",
            "The emergency stop switches the power of the drives in hardware; its contact at the pin only tells the node.",
            "Spare pins stay without a wire.",
        ]);
        form.Head("Checked");
        form.Blanks(["Date", "Name", "Signature", "Remark"]);
    }

    private static string[] Row(Terminal t) =>
        [$"{t.Gpio}", t.Name, t.IsInput ? "input" : "output", t.Contact, t.AtRest, t.From, t.To, t.Pull, t.BoardNote, ""];

    private static string[] Row(BoardPin pin) => [$"{pin.Gpio}", pin.MayBeOutput ? "input or output" : "input", pin.Note];

    private Terminal Input(MatrixInput input, WiredContact contact) => new(
        input.Pin,
        input.Name,
        IsInput: true,
        contact.Input.NormallyClosed ? "normally closed" : "normally open",
        contact.Place,
        $"controller, GPIO {input.Pin}",
        contact.Input.NormallyClosed ? "high" : "low",
        InputPull,
        Note(input.Pin));

    private Terminal Output(MatrixOutput output) => new(
        output.Pin,
        output.Name,
        IsInput: false,
        Driver(output),
        $"controller, GPIO {output.Pin}",
        $"driver: {output.Role}",
        "low",
        OutputPull,
        Note(output.Pin));

    private string Driver(MatrixOutput output) =>
        _site.Lanes.Any(l => l.WarningPins.Append(l.RedPin ?? -1).Append(l.GreenPin ?? -1).Contains(output.Pin)) ? "lamp or sounder"
        : !output.MovesSteel && _site.Lanes.Any(l => l.Outputs.Any(o => o.Pin == output.Pin)) ? "relay"
        : "contactor or valve";

    private Terminal Permit() => new(
        _site.PermitPin,
        "permit",
        IsInput: false,
        "permission pulse",
        $"controller, GPIO {_site.PermitPin}",
        "permission chain: retriggerable timers of 250 ms and 60 s",
        "an edge every scan",
        OutputPull,
        Note(_site.PermitPin));

    private string Note(int gpio) => _site.Board.Pins[gpio].Note;
}
