using System.Globalization;

namespace BarrierNode.Sim.Fuzz;

/// <summary>One thing that is done to a street, as data: the list of them repeats a random life without its chance.</summary>
/// <param name="AtUs">When, in microseconds of the city; a multiple of <see cref="City.LinkPeriodUs"/>.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Target">To what: a lane, an input, a point of the fault board; empty for the whole site.</param>
/// <param name="Number">A number that the verb explains.</param>
/// <param name="Argument">Another one.</param>
/// <param name="Amount">How much, for a fault.</param>
public sealed record FuzzAction(long AtUs, FuzzVerb Verb, string Target = "", int Number = 0, int Argument = 0, double Amount = double.NaN)
{
    private const int Words = 6;

    /// <summary>One line: time in seconds, verb, target, numbers.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{AtUs / 1e6:0.00} {Verb} {(Target.Length == 0 ? "-" : Target)} {Number} {Argument} {Amount:R}");

    /// <summary>Reads such a line.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="FormatException">It is none; the message says what is expected.</exception>
    public static FuzzAction Parse(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        CultureInfo plain = CultureInfo.InvariantCulture;
        return words.Length == Words
            && decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint, plain, out decimal seconds)
            && Enum.TryParse(words[1], out FuzzVerb verb)
            && int.TryParse(words[3], NumberStyles.AllowLeadingSign, plain, out int number)
            && int.TryParse(words[4], NumberStyles.AllowLeadingSign, plain, out int argument)
            && double.TryParse(words[5], plain, out double amount)
            ? new FuzzAction((long)(seconds * 1_000_000), verb, words[2] == "-" ? "" : words[2], number, argument, amount)
            : throw new FormatException($"found \"{line}\", expected SECONDS VERB TARGET NUMBER ARGUMENT AMOUNT");
    }
}
