using System.Text;
using System.Text.RegularExpressions;
using BarrierNode.Site.New;

namespace BarrierNode.Site.Tests.New;

/// <summary>
/// Reads the questions and answers them: with Enter, with something that the question allows, and now and then with nonsense. Everything
/// that it knows is what stands on the screen.
/// </summary>
internal sealed partial class Technician : TextReader
{
    private static readonly string[] Nonsense =
    [
        "-", "--", "x", "0", "-1", "1", "39", "40", "6", "99999999999999999999", "1e9", "0x10", "yes", "null", "~", "- a", "{}", "[1]", "a: b", "'", "\"",
        "#", "quiet", "RESET", "emergencyStop2", "loop1", "lane-1", "\u0000", "\u2028", "\uFEFF", "\ud800", "\t", "ü", new('a', 300),
    ];

    private readonly Random _random;
    private readonly double _wrongShare;
    private readonly Queue<string> _fixed;
    private int _names;

    public Technician(Random random, double wrongShare, params string[] first)
    {
        _random = random;
        _wrongShare = wrongShare;
        _fixed = new Queue<string>(first);
    }

    /// <summary>Everything that was asked and told.</summary>
    public StringWriter Screen { get; } = new() { NewLine = "\n" };

    /// <summary>What it answers to some questions, whatever else; null for the others.</summary>
    public Func<string, string?> Habit { get; init; } = _ => null;

    /// <summary>How many answers it has given.</summary>
    public int Answers { get; private set; }

    public override string ReadLine()
    {
        Answers++;
        Assert.IsLessThan(5000, Answers, "The questions have no end.");
        if (_fixed.TryDequeue(out string? answer))
        {
            return answer;
        }

        return Habit(LastQuestion()) is { } habit ? habit
            : _random.NextDouble() < _wrongShare ? Nonsense[_random.Next(Nonsense.Length)]
            : _random.Next(3) == 0 ? ""
            : Allowed(LastQuestion());
    }

    private string Allowed(string question)
    {
        string asked = PresetForm().Replace(question, "");
        if (PinsForm().Match(asked) is { Success: true } pins)
        {
            string[] list = pins.Groups[1].Value.Split(", ");
            return list[_random.Next(list.Length)];
        }

        if (RangeForm().Match(asked) is { Success: true } range && !asked.Contains("of a-z") && !asked.Contains("letters"))
        {
            int min = int.Parse(range.Groups[1].Value);
            int max = int.Parse(range.Groups[2].Value);
            return $"{(_random.Next(4) switch { 0 => min, 1 => max, _ => _random.Next(min, max + 1) })}";
        }

        string[] words = WordsForm().Match(asked).Value.Split(" / ");
        return words.Length > 1 ? words[_random.Next(words.Length)]
            : asked.Contains("letters") ? $"n{++_names}"
            : $"-{++_names}-{"0e~null"[_random.Next(3)]}";
    }

    private string LastQuestion()
    {
        string[] lines = Screen.ToString().Split('\n');
        Assert.AreEqual(Dialogue.Prompt, lines[^1]);
        return lines[^2];
    }

    [GeneratedRegex(@" \[[^\]]*\]$")]
    private static partial Regex PresetForm();

    [GeneratedRegex(@"one of ([0-9, ]+)$")]
    private static partial Regex PinsForm();

    [GeneratedRegex(@"([0-9]+) to ([0-9]+)$")]
    private static partial Regex RangeForm();

    [GeneratedRegex(@"[^ ]+(?: / [^ ]+)+$")]
    private static partial Regex WordsForm();
}
