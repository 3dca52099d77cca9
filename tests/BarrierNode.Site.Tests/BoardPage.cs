using System.Text;

namespace BarrierNode.Site.Tests;

/// <summary>The tables of hardware/README.md, made from the board files.</summary>
internal static class BoardPage
{
    public static string Tables(IEnumerable<BoardModel> boards)
    {
        var text = new StringBuilder();
        foreach (BoardModel board in boards)
        {
            text.Append($"\n### {board.Name}: {board.Title}\n");
            foreach (string sentence in board.Preparation)
            {
                text.Append($"- {sentence}\n");
            }

            text.Append(board.Preparation.Count > 0 ? "\n" : "");
            text.Append("| GPIO | use | input | output | note |\n|---|---|---|---|---|\n");
            foreach (BoardPin pin in board.Pins.Values.OrderBy(p => p.Gpio))
            {
                string[] cells =
                [
                    $"{pin.Gpio}", BoardFile.WordOf(pin.Use) + (pin.BootPulse ? ", pulses at start" : ""), pin.MayBeInput ? "yes" : "no",
                    pin.MayBeOutput ? "yes" : "no", pin.Note,
                ];
                text.Append($"| {string.Join(" | ", cells)} |\n".Replace("|  |", "| |"));
            }
        }

        return text.Append('\n').ToString();
    }
}
