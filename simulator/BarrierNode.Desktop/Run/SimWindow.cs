using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Screens;
using BarrierNode.Desktop.Screens.Sim;
using BarrierNode.Sim;
using BarrierNode.Site;

namespace BarrierNode.Desktop.Run;

/// <summary>Runs a city with its page until it is told to stop.</summary>
/// <param name="output">Where the address of the page goes.</param>
/// <param name="errors">Where sentences about what is wrong go.</param>
internal sealed class SimWindow(TextWriter output, TextWriter errors)
{
    /// <summary>Opens the window.</summary>
    /// <param name="o">What is shown.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The exit code of the program.</returns>
    public async Task<int> OpenAsync(SimOpenOptions o, CancellationToken cancel)
    {
        try
        {
            SimLibrary library = SimLibrary.Open(o.Files, o.Seed, ProgramFiles.ScenariosFolder, o.Language);
            using CityThread city = new(library.First(), new CityPace(o.Rate));
            city.Faulted += e => errors.WriteLine($"The city stands still: {e}");
            await using SimServer server = new(city, library, o.Port);
            server.Faulted += e => errors.WriteLine($"A request failed: {e}");
            await server.StartAsync(cancel);
            await output.WriteLineAsync($"Open http://localhost:{o.Port} in a browser. Stop with Ctrl-C.");
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await server.StopAsync();
            return 0;
        }
        catch (Exception wrong) when (wrong is SiteFileException or ScenarioException or DeskException)
        {
            await errors.WriteLineAsync(wrong.Message);
            return CommandLine.WrongInput;
        }
        catch (PortTakenException taken)
        {
            await errors.WriteLineAsync(taken.Message);
            return FaultReport.ExitCode;
        }
    }
}
