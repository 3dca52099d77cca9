namespace BarrierNode.Site.Explain;

/// <summary>One thing to try on site before a cabinet goes into service.</summary>
/// <param name="Number">Its number on the list: a letter for the kind, and a number from 1 in the order of the table; hazards keep theirs.</param>
/// <param name="Name">A name that stays the same, in another table too, as long as what is tried keeps its names.</param>
/// <param name="Do">What the technician does, as an order.</param>
/// <param name="Expect">What must happen.</param>
public sealed record CheckStep(string Number, string Name, string Do, string Expect)
{
    /// <summary>What its <see cref="Id"/> is made of: the name, unless that is a sentence.</summary>
    public string Key { get; init; } = Name;

    /// <summary>Its id on an HTML page: the key, with what an address cannot carry escaped as in one.</summary>
    public string Id => $"check:{string.Join('/', Key.Split('/').Select(Uri.EscapeDataString))}";
}

/// <summary>Steps of one kind.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Note">What holds for all of them, in a sentence.</param>
/// <param name="Steps">The steps in the order of their numbers; none when the site has no such part.</param>
public sealed record CheckChapter(string Title, string Note, IReadOnlyList<CheckStep> Steps);
