namespace BarrierNode.Verify.Surface;

/// <summary>An XML-documentation id, taken apart: <c>Owner.Name(Parameters)~Returned</c>.</summary>
/// <param name="Full">Without parameters and returned type; of a type the name that signatures use.</param>
/// <param name="Owner">What stands before the last dot: a member's type, a nested type's owner, a type's namespace; or empty.</param>
/// <param name="Name">What stands behind it, with <c>.</c> for <c>#</c>.</param>
/// <param name="Parameters">Types of the parameters, in order.</param>
public sealed record SurfaceId(string Full, string Owner, string Name, IReadOnlyList<string> Parameters)
{
    /// <summary>Takes an id apart.</summary>
    /// <param name="text">The id without its kind.</param>
    public static SurfaceId Parse(string text)
    {
        string full = text.Split('~')[0];
        string[] parameters = [];
        int open = full.IndexOf('(');
        if (open >= 0)
        {
            parameters = full[(open + 1)..].TrimEnd(')').Split(',');
            full = full[..open];
        }

        int dot = full.LastIndexOf('.');
        return new(full, dot < 0 ? "" : full[..dot], full[(dot + 1)..].Replace('#', '.'), parameters);
    }
}
