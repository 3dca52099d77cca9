namespace BarrierNode.Verify.Scan;

/// <summary>The only methods outside the firmware that the scan may call, and why each one may be called.</summary>
public static class AllowedCalls
{
    private const string Copy = "System.Void System.Array::Copy(System.Array,System.Int32,System.Array,System.Int32,System.Int32)";

    /// <summary>By full name, as Cecil writes it: the reason.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["System.Int32 System.Threading.Interlocked::Exchange(System.Int32&,System.Int32)"] =
            "one native step without a wait; hands a number to the link thread",
        ["System.Int32 System.Threading.Interlocked::CompareExchange(System.Int32&,System.Int32,System.Int32)"] =
            "one native step without a wait; reads what the link thread has written",
        [Copy] = "one native loop without a wait; keeps the state for the flight record. Its length must be bounded",
    };

    /// <summary>Those of them whose last argument is a length, which must have a bound.</summary>
    public static IReadOnlySet<string> WithLength { get; } = new HashSet<string>(StringComparer.Ordinal) { Copy };
}
