namespace BarrierNode.Desktop.Tests.Support;

/// <summary>Somebody who gives a few answers and then presses Enter for ever.</summary>
internal sealed class EnterKey(params string[] answers) : TextReader
{
    private int _count;

    /// <summary>Called before each answer with its number, from 1.</summary>
    public Action<int> OnAnswer { get; set; } = _ => { };

    /// <summary>What is told to it; only needed with <see cref="AtTheEnd"/>.</summary>
    public StringWriter? Screen { get; set; }

    /// <summary>Answer to the question for a file that follows when one cannot be written.</summary>
    public string? AtTheEnd { get; set; }

    public override string ReadLine()
    {
        OnAnswer(++_count);
        Assert.IsLessThan(1000, _count, "The questions have no end.");
        return _count <= answers.Length ? answers[_count - 1]
            : AtTheEnd is { } file && Screen!.ToString().Contains("cannot be written") ? file
            : "";
    }
}
