namespace BarrierNode.Mqtt;

/// <summary>A client that the broker lets in.</summary>
/// <param name="User">User name: not empty, no colon, no line break.</param>
/// <param name="Password">Password: not empty.</param>
/// <param name="Acl">What it may do, each entry <c>read FILTER</c> or <c>write FILTER</c>; everything else is refused.</param>
public sealed record BrokerClient(string User, string Password, IReadOnlyList<string> Acl)
{
    /// <summary>The user name, without the password, so that it may appear in a log.</summary>
    /// <returns>The user name.</returns>
    public override string ToString() => User;
}
