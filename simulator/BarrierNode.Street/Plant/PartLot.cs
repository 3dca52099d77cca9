namespace BarrierNode.Street;

/// <summary>The lot from which the parts of one street come: each takes its own values from it when it is built, whether they are used or not.</summary>
/// <param name="seed">Seed of the street.</param>
internal sealed class PartLot(int seed)
{
    // Parts must not shift the chance of drivers: they have their own.
    private const int Salt = 0x5EED;

    private readonly Random _random = new(unchecked((seed * 31) + Salt));

    /// <summary>The parts differ from their data sheets, and bounce.</summary>
    public bool Differs { get; set; }

    /// <summary>Virtual time at the end of the step that goes on, in microseconds.</summary>
    public long NowUs { get; set; }

    /// <summary>Draws a value of a part.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    public int Draw(int least, int most) => _random.Next(least, most + 1);
}
