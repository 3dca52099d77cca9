using System.Globalization;

namespace BarrierNode.Site.New;

/// <summary>
/// Asks a person one thing after the other. An empty answer takes what stands in brackets; a refused answer is explained, and the same is
/// asked again.
/// </summary>
/// <param name="input">Where the answers come from, one a line.</param>
/// <param name="output">Where questions and explanations go.</param>
/// <param name="echo">True to write each answer behind its question: for answers that nobody has typed.</param>
public sealed class Dialogue(TextReader input, TextWriter output, bool echo = false)
{
    /// <summary>What stands before an answer.</summary>
    public const string Prompt = "> ";

    /// <summary>Tells something.</summary>
    public void Say(string sentence) => output.WriteLine(sentence);

    /// <summary>Begins a group of questions.</summary>
    public void Head(string title)
    {
        Say("");
        Say(title);
    }

    /// <summary>Asks for a text.</summary>
    /// <param name="question">The question, with what is allowed.</param>
    /// <param name="preset">What an empty answer stands for; null when there must be one.</param>
    /// <param name="refusal">Why an answer is no good, in a sentence; null for a good one.</param>
    /// <exception cref="NoMoreAnswersException">There is no answer left.</exception>
    public string Text(string question, string? preset, Func<string, string?> refusal)
    {
        while (true)
        {
            Say(preset is null ? question : $"{question} [{preset}]");
            output.Write(Prompt);
            string line = (input.ReadLine() ?? throw new NoMoreAnswersException()).Trim();
            if (echo)
            {
                Say(line);
            }

            string? answer = line.Length > 0 ? line : preset;
            string? why = answer is null ? "This needs an answer." : refusal(answer);
            if (why is null)
            {
                return answer!;
            }

            Say($"  {why}");
        }
    }

    /// <summary>Asks for a whole number.</summary>
    /// <param name="question">The question, without the range.</param>
    /// <param name="min">Least value.</param>
    /// <param name="max">Greatest value.</param>
    /// <param name="preset">What an empty answer stands for; it is moved into the range.</param>
    /// <exception cref="NoMoreAnswersException">There is no answer left.</exception>
    public int Number(string question, int min, int max, int preset) => Whole(Text(
        $"{question}, {min} to {max}",
        $"{Math.Clamp(preset, min, max)}",
        answer => Whole(answer) is { } n && n >= min && n <= max ? null : $"Expected a whole number from {min} to {max}."))!.Value;

    /// <summary>Asks for one of a few words.</summary>
    /// <param name="question">The question, without the words.</param>
    /// <param name="preset">What an empty answer stands for: one of the words.</param>
    /// <param name="words">The words.</param>
    /// <exception cref="NoMoreAnswersException">There is no answer left.</exception>
    public string Word(string question, string preset, params string[] words) => Text(
        $"{question} {string.Join(" / ", words)}",
        preset,
        answer => words.Contains(answer) ? null : $"Expected {string.Join(" or ", words)}.");

    /// <summary>Asks for yes or no.</summary>
    /// <param name="question">The question.</param>
    /// <param name="preset">What an empty answer stands for.</param>
    /// <exception cref="NoMoreAnswersException">There is no answer left.</exception>
    public bool Yes(string question, bool preset) => Word(question, preset ? "yes" : "no", "yes", "no") == "yes";

    /// <summary>A text as a whole number, or null.</summary>
    internal static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
