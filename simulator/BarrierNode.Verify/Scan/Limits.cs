namespace BarrierNode.Verify.Scan;

/// <summary>What is known of a number: it is nowhere below <paramref name="Low"/> and nowhere above <paramref name="High"/>.</summary>
internal readonly record struct Limits(long Low, long High)
{
    // Far beyond any table, and far from where sums wrap.
    private const long Sane = 1L << 40;

    public static Limits Exactly(long value) => new(value, value);

    /// <summary>These limits, or null when they are too wide to reckon with: a sum could wrap.</summary>
    public Limits? IfSane() => Low < -Sane || High > Sane ? null : this;

    public Limits Or(Limits other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public static Limits operator +(Limits a, Limits b) => new(a.Low + b.Low, a.High + b.High);

    public static Limits operator -(Limits a, Limits b) => new(a.Low - b.High, a.High - b.Low);
}
