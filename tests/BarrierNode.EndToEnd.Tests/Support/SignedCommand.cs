using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BarrierNode.Control;

namespace BarrierNode.EndToEnd.Tests;

/// <summary>A command made by hand, field by field, as the hub would make it or not.</summary>
internal static class SignedCommand
{
    /// <summary>The fields of a command that the node would obey now, from a seat of its own.</summary>
    public static JsonObject Fields(LiveStreet street, string op, long seq) => new()
    {
        ["aud"] = street.Running.Address.ToString(),
        ["lane"] = street.Lane.Id,
        ["op"] = op,
        ["id"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ["iss"] = "test-desk",
        ["sub"] = "stranger",
        ["boot"] = street.Node.Boot,
        ["beat"] = street.Node.Beat,
        ["seq"] = seq,
    };

    public static byte[] Sign(LiveStreet street, JsonObject fields) => Sign(street, Encoding.UTF8.GetBytes(fields.ToJsonString()));

    public static byte[] Sign(LiveStreet street, byte[] payload) => Jws.Sign(payload, street.CommandKey);
}
