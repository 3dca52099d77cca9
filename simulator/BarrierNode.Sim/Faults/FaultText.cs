using System.Globalization;

namespace BarrierNode.Sim;

/// <summary>
/// Faults as text: <c>entryLoop stuck</c>, <c>link delayed 800ms</c>, <c>entryLoop intermittent 30%</c>. The point, the kind, and how much where the
/// kind has an amount: a time in ms, s or min, a part in % or ppm.
/// </summary>
public static class FaultText
{
    private static readonly (string End, FaultUnit Unit, double Factor)[] s_units =
    [
        ("ppm", FaultUnit.Ppm, 1), ("min", FaultUnit.Time, 60_000), ("ms", FaultUnit.Time, 1), ("s", FaultUnit.Time, 1000), ("%", FaultUnit.Percent, 1),
    ];

    /// <summary>Reads a fault.</summary>
    /// <param name="text">The text.</param>
    /// <param name="points">What can fail: <see cref="FaultBoard.Points"/>.</param>
    /// <exception cref="FaultException">It is none that is to be had; the message says what is wrong, and what is to be had.</exception>
    public static Fault Parse(string text, IReadOnlyList<FaultPoint> points)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is not (2 or 3))
        {
            throw new FaultException($"Found \"{text}\", expected a point, a kind and perhaps an amount, such as \"{points[0].Name} off\".");
        }

        FaultPoint point = FaultCheck.Point(words[0], points);
        FaultForm form = FaultCheck.Form(point, Kind(words[1], point));
        Fault fault = new(point.Name, form.Kind, words.Length == 3 ? Number(words[2], point, form) : null);
        FaultCheck.Amount(fault, points);
        return fault;
    }

    /// <summary>Writes a fault, so that <see cref="Parse"/> reads the same.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="points">What can fail: <see cref="FaultBoard.Points"/>.</param>
    /// <exception cref="FaultException">It is none that is to be had.</exception>
    public static string Format(Fault fault, IReadOnlyList<FaultPoint> points)
    {
        FaultForm form = FaultCheck.Form(FaultCheck.Point(fault.Point, points), fault.Kind);
        string plain = $"{fault.Point} {Word(fault.Kind)}";
        return fault.Amount is { } amount && form.Amount is { } limits ? $"{plain} {Amount(amount, limits.Unit)}" : plain;
    }

    /// <summary>The word of a kind.</summary>
    public static string Word(FaultKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>An amount with its unit.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="unit">In what.</param>
    public static string Amount(double amount, FaultUnit unit) => unit switch
    {
        FaultUnit.Percent => Number(amount) + "%",
        FaultUnit.Ppm => Number(amount) + "ppm",
        _ when amount > 0 && amount % 60_000 == 0 => Number(amount / 60_000) + "min",
        _ when amount > 0 && amount % 1000 == 0 => Number(amount / 1000) + "s",
        _ => Number(amount) + "ms",
    };

    /// <summary>What an amount may be.</summary>
    /// <param name="amount">The amount of a form.</param>
    public static string Range(FaultAmount amount) =>
        $"{Amount(amount.Least, amount.Unit)} to {Amount(amount.Most, amount.Unit)}, such as {Amount(amount.Usual, amount.Unit)}";

    private static FaultKind Kind(string word, FaultPoint point)
    {
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            if (Word(kind) == word)
            {
                return kind;
            }
        }

        throw new FaultException(
            $"{word} is no kind of fault{FaultCheck.Hint(word, Enum.GetValues<FaultKind>().Select(Word))} {point.Name} can be {FaultCheck.Words(point)}.");
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static double Number(string word, FaultPoint point, FaultForm form)
    {
        if (form.Amount is not { } limits)
        {
            throw new FaultException($"{point.Name} {Word(form.Kind)} takes no amount; found \"{word}\".");
        }

        foreach ((string end, FaultUnit unit, double factor) in s_units)
        {
            if (unit == limits.Unit && word.EndsWith(end, StringComparison.Ordinal)
                && double.TryParse(word[..^end.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return number * factor;
            }
        }

        throw new FaultException($"{point.Name} {Word(form.Kind)}: found \"{word}\", expected {Range(limits)}.");
    }
}
