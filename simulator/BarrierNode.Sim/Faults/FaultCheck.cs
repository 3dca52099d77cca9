using BarrierNode.Site;

namespace BarrierNode.Sim;

/// <summary>Says what is to be had instead of a fault that is not.</summary>
internal static class FaultCheck
{
    private const string WireEnd = ".wire";

    /// <summary>Finds a point.</summary>
    /// <exception cref="FaultException">There is no such point.</exception>
    public static FaultPoint Point(string name, IReadOnlyList<FaultPoint> points) =>
        points.FirstOrDefault(p => p.Name == name) ?? throw new FaultException(
            $"There is no {name} that can fail{Hint(name, points.Select(p => p.Name))} Here it is {
                string.Join(", ", points.Where(p => !p.Name.EndsWith(WireEnd, StringComparison.Ordinal)).Select(p => p.Name))}, and a wire as NAME{WireEnd}.");

    /// <summary>Finds how a point fails.</summary>
    /// <exception cref="FaultException">It cannot fail like this.</exception>
    public static FaultForm Form(FaultPoint point, FaultKind kind) => point.Form(kind)
        ?? throw new FaultException($"{point.Name} cannot be {FaultText.Word(kind)}; it can be {Words(point)}.");

    /// <summary>Checks a fault.</summary>
    /// <returns>How much, in the unit of its kind; 0 where that has none.</returns>
    /// <exception cref="FaultException">There is no such point, it cannot fail like this, or not so much.</exception>
    public static double Amount(Fault fault, IReadOnlyList<FaultPoint> points)
    {
        FaultForm form = Form(Point(fault.Point, points), fault.Kind);
        if (form.Amount is not { } amount)
        {
            return fault.Amount is null ? 0 : throw new FaultException($"{fault.Point} {FaultText.Word(fault.Kind)} takes no amount.");
        }

        double found = fault.Amount ?? amount.Usual;
        return found >= amount.Least && found <= amount.Most ? found : throw new FaultException(
            $"{fault.Point} {FaultText.Word(fault.Kind)}: found {FaultText.Amount(found, amount.Unit)}, expected {FaultText.Range(amount)}.");
    }

    /// <summary>The kinds of a point, as words.</summary>
    public static string Words(FaultPoint point) => string.Join(", ", point.Kinds.Select(FaultText.Word));

    /// <summary>The nearest word, as a question, or the end of the sentence.</summary>
    public static string Hint(string word, IEnumerable<string> words) => Spelling.Nearest(word, words) is { } near ? $"; did you mean {near}?" : ".";
}
