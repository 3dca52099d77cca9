namespace BarrierNode.Desktop.Cli;

/// <summary>Where the program keeps what must outlive it: certificates, credentials, events, logs.</summary>
public static class StateFolder
{
    /// <summary>Environment variable that names another folder.</summary>
    public const string Variable = "BARRIERNODE_STATE";

    /// <summary>
    /// The folder that <see cref="Variable"/> names, otherwise <c>barriernode</c> in the user's folder for application data
    /// (<c>~/.local/share</c> on Linux). It may not exist yet.
    /// </summary>
    public static string Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : OfUser;

    private static string OfUser
    {
        get
        {
            const Environment.SpecialFolder Data = Environment.SpecialFolder.LocalApplicationData;
            return System.IO.Path.Combine(Environment.GetFolderPath(Data, Environment.SpecialFolderOption.DoNotVerify), "barriernode");
        }
    }
}
