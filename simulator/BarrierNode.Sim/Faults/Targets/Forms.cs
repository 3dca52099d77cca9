namespace BarrierNode.Sim;

/// <summary>Forms that several groups share.</summary>
internal static class Forms
{
    /// <summary>A time of a slow or late thing.</summary>
    public static FaultAmount Time(double usualMs, double mostMs = 60_000) => new(FaultUnit.Time, usualMs, 1, mostMs);

    /// <summary>Part of the time in which an intermittent thing fails.</summary>
    public static FaultAmount Share(double usual = 30) => new(FaultUnit.Percent, usual, 1, 99);

    /// <summary>How a signal that breaks with a form behaves.</summary>
    public static Street.ISignalFault Signal(FaultKind kind, double amount, Random random) => kind switch
    {
        FaultKind.Off => new ConstantSignal(false),
        FaultKind.Stuck => new FrozenSignal(),
        FaultKind.Garbage => new GarbageSignal(Us(amount), random),
        FaultKind.Wrong => new InvertedSignal(),
        FaultKind.Slow => new SlowSignal(Us(amount)),
        FaultKind.Delayed => new DelayedSignal(Us(amount)),
        FaultKind.Intermittent => new IntermittentSignal(new Blink(amount, random)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>Milliseconds in microseconds.</summary>
    public static long Us(double ms) => (long)(ms * 1000);
}
