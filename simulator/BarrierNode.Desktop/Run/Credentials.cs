using System.Security.Cryptography;
using System.Text.Json;
using BarrierNode.Control;
using BarrierNode.Hub;
using BarrierNode.Mqtt;

namespace BarrierNode.Desktop.Run;

/// <summary>
/// The passwords and keys of this installation, made at random on first use and kept in a file that only its owner may read. Whoever has this
/// file can move the barriers.
/// </summary>
public sealed class Credentials
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly Content _content;

    private Credentials(string file, Content content)
    {
        File = file;
        _content = content;
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Password of the user <c>hub</c>.</summary>
    public string HubPassword => _content.Hub;

    /// <summary>Password of the user <c>watch</c>, who may read everything and write nothing.</summary>
    public string WatchPassword => _content.Watch;

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="folder">The state folder.</param>
    /// <exception cref="RunException">The file is no credentials file.</exception>
    public static Credentials Open(string folder)
    {
        string file = Path.Combine(folder, "credentials.json");
        if (!System.IO.File.Exists(file))
        {
            return new Credentials(file, new Content { Hub = Secret(24), Watch = Secret(24) });
        }

        try
        {
            Content content = JsonSerializer.Deserialize<Content>(System.IO.File.ReadAllBytes(file), s_format)
                ?? throw new JsonException("it is empty");
            return content is { Hub.Length: > 0, Watch.Length: > 0, Nodes: not null }
                ? new Credentials(file, content)
                : throw new JsonException("a password is missing");
        }
        catch (JsonException wrong)
        {
            throw new RunException($"{file}: not a credentials file ({wrong.Message}). Mend it, or delete it and let new ones be made.");
        }
    }

    /// <summary>The credentials of a node; made and stored when it has none yet.</summary>
    /// <param name="node">The node.</param>
    public NodeCredentials Of(NodeAddress node)
    {
        if (!_content.Nodes.TryGetValue(node.ToString(), out NodeCredentials? found))
        {
            found = new NodeCredentials($"{node.City}.{node.Site}.{node.Node}", Secret(24), Secret(32), Secret(32));
            _content.Nodes.Add(node.ToString(), found);
        }

        return found;
    }

    /// <summary>Stores the file.</summary>
    public void Save() => PrivateFiles.Write(File, JsonSerializer.SerializeToUtf8Bytes(_content, s_format));

    private static string Secret(int bytes) => Base64Url.Encode(RandomNumberGenerator.GetBytes(bytes));

    private sealed class Content
    {
        public string Hub { get; init; } = "";

        public string Watch { get; init; } = "";

        public Dictionary<string, NodeCredentials> Nodes { get; init; } = [];
    }
}

/// <summary>The credentials of one node.</summary>
/// <param name="User">User name at the broker.</param>
/// <param name="Password">Password at the broker.</param>
/// <param name="CommandKey">Key of its commands, base64url of 32 bytes.</param>
/// <param name="ConfigKey">Key of its site table, base64url of 32 bytes.</param>
public sealed record NodeCredentials(string User, string Password, string CommandKey, string ConfigKey)
{
    /// <summary>The command key.</summary>
    public byte[] CommandKeyBytes() => Bytes(CommandKey);

    /// <summary>The configuration key.</summary>
    public byte[] ConfigKeyBytes() => Bytes(ConfigKey);

    /// <summary>The user name, without secrets, so that it may appear in a log.</summary>
    public override string ToString() => User;

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
