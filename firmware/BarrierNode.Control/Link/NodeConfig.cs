using System;

namespace BarrierNode.Control
{
    /// <summary>
    /// Who this node is and how it reaches its broker: the file node.json (docs/node-files.md).
    /// </summary>
    public sealed class NodeConfig
    {
        private readonly FlatJson _json;

        private NodeConfig(FlatJson json)
        {
            _json = json;
        }

        /// <summary>City of the site.</summary>
        public string City { get; private set; }

        /// <summary>The site.</summary>
        public string Site { get; private set; }

        /// <summary>Name of this node in its site.</summary>
        public string Node { get; private set; }

        /// <summary>True for Wi-Fi, false for Ethernet.</summary>
        public bool Wifi { get; private set; }

        /// <summary>Host of the broker.</summary>
        public string Broker { get; private set; }

        /// <summary>Port of the broker, 1 to 65535.</summary>
        public int Port { get; private set; }

        /// <summary>User name at the broker, also the client id.</summary>
        public string User { get; private set; }

        /// <summary>Password at the broker.</summary>
        public string Password { get; private set; }

        /// <summary>Key of the commands, 32 bytes.</summary>
        public byte[] CommandKey { get; private set; }

        /// <summary>Key of the site table, 32 bytes.</summary>
        public byte[] ConfigKey { get; private set; }

        /// <summary>Reads the file.</summary>
        /// <param name="flash">Where it is.</param>
        /// <exception cref="Exception">It is missing or not right; the message names the field.</exception>
        public static NodeConfig Read(JournalStore flash)
        {
            FlatJson json = FlatJson.Read(flash.Require("node.json"));
            if (json == null)
            {
                throw new Exception("node.json is not a flat JSON object");
            }

            NodeConfig config = new NodeConfig(json);
            config.City = config.Text("city");
            config.Site = config.Text("site");
            config.Node = config.Text("node");
            string network = config.Text("network");
            if (network != "wifi" && network != "ethernet")
            {
                throw new Exception("node.json: network is neither wifi nor ethernet");
            }

            config.Wifi = network == "wifi";
            config.Broker = config.Text("broker");
            config.User = config.Text("user");
            config.Password = config.Text("password");
            config.CommandKey = config.Key("commandKey");
            config.ConfigKey = config.Key("configKey");
            config.Port = (int)json.Number("port", 0);
            if (config.Port < 1 || config.Port > 65535)
            {
                throw new Exception("node.json: port is missing or not 1 to 65535");
            }

            return config;
        }

        private string Text(string key)
        {
            string value = _json.Text(key);
            if (value == null || value.Length == 0)
            {
                throw new Exception("node.json: " + key + " is missing or empty");
            }

            return value;
        }

        private byte[] Key(string key)
        {
            string text = Text(key);
            byte[] ascii = new byte[text.Length];
            for (int i = 0; i < ascii.Length; i++)
            {
                ascii[i] = (byte)text[i];
            }

            byte[] bytes = Base64Url.IsText(ascii, 0, ascii.Length) ? Base64Url.Decode(ascii, 0, ascii.Length) : null;
            if (bytes == null || bytes.Length != 32)
            {
                throw new Exception("node.json: " + key + " is not base64url of 32 bytes");
            }

            return bytes;
        }
    }
}
