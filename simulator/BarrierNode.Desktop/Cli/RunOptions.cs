namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode run</c> was asked to do. Every value has passed its check.</summary>
/// <param name="Port">TCP port of the page, 1 to 65535.</param>
/// <param name="Broker">An MQTT broker that runs already, or null to start one.</param>
/// <param name="SiteFile">Path of an existing site file, or null for the one that comes with the program.</param>
/// <param name="Headless">Without the page.</param>
/// <param name="For">Ends by itself after this time, or null to run until it is stopped.</param>
/// <param name="Json">One JSON object a line on standard output instead of text for people.</param>
public sealed record RunOptions(int Port, BrokerAddress? Broker, string? SiteFile, bool Headless, TimeSpan? For, bool Json);
