namespace BarrierNode.Desktop.Cli;

/// <summary>What <c>barriernode sim open</c> was asked to do. Every value has passed its check.</summary>
/// <param name="Files">Paths of existing files: sites, or one scenario, or one exercise; none for the promenade that comes with the program.</param>
/// <param name="Seed">Seed of all chance in the city; null for that of the scenario or exercise, or 1.</param>
/// <param name="Rate">Seconds of the city in a second, or infinite.</param>
/// <param name="Port">TCP port of the page, 1 to 65535.</param>
/// <param name="Language">Language of the exercises.</param>
public sealed record SimOpenOptions(IReadOnlyList<string> Files, int? Seed, double Rate, int Port, string Language);
