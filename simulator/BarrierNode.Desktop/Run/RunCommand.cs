using BarrierNode.Desktop.Cli;
using BarrierNode.Desktop.Screens;
using BarrierNode.Hub;
using BarrierNode.Mqtt;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Run;

/// <summary><c>barriernode run</c>: starts everything and keeps it running.</summary>
public static class RunCommand
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="o">What to run.</param>
    /// <param name="ct">Tells it to stop.</param>
    /// <returns>The exit code of the program.</returns>
    public static async Task<int> Execute(RunOptions o, CancellationToken ct)
    {
        // The firmware writes to the console as the chip writes to its serial port; standard output is the program's own.
        TextWriter output = Console.Out;
        Console.SetOut(Console.Error);
        try
        {
            SiteModel site = SiteFile.Load(o.SiteFile ?? ProgramFiles.DefaultSite, ProgramFiles.BoardsFolder);
            return await RunAsync(site, o, new RunReport(output, o.Json), ct);
        }
        catch (SiteFileException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return CommandLine.WrongInput;
        }
        catch (Exception e) when (e is RunException or BrokerException or HubStoreException or PortTakenException or MqttLinkException)
        {
            Console.Error.WriteLine(e.Message);
            return FaultReport.ExitCode;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> RunAsync(SiteModel site, RunOptions o, RunReport report, CancellationToken ct)
    {
        using RunningStreet street = RunningStreet.Start(site, StateFolder.Path, o.Broker);
        using var screen = new StreetScreen(street);
        await using ScreenServer? server = o.Headless ? null : new ScreenServer(screen, o.Port);
        street.Node.Faulted += e => Console.Error.WriteLine($"The firmware stopped a thread: {e.Message}");
        using var teller = new HubTeller(street, report);
        if (server != null)
        {
            await server.StartAsync(ct);
        }

        TellStart(street, o, report);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var passage = o.Headless ? new Passage(street) : null;
        Exception? trouble = null;
        await WaitForNode(street, end.Token);
        report.Tell("ready", $"The node is connected. Stop with Ctrl-C.", ("node", street.Address.ToString()));
        if (o.For is { } limit)
        {
            _ = EndAfter(street, limit, end);
        }

        try
        {
            if (passage != null)
            {
                await passage.RunAsync(end.Token);
                report.Tell("passed", "The car has passed.", ("moves", passage.Moves));
            }

            await Task.Delay(Timeout.Infinite, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The usual end: the time is over, or somebody stopped it.
        }
        catch (Exception e) when (e is RunException or CommandNotSentException)
        {
            trouble = e;
        }

        if (server != null)
        {
            await server.StopAsync();
        }

        return TellEnd(street, teller, passage, trouble, report);
    }

    // The street's time, not the wall's: on a machine that is too busy the street is slow, and what was asked of it still happens.
    private static async Task EndAfter(RunningStreet street, TimeSpan limit, CancellationTokenSource end)
    {
        long endUs = street.Snapshot().NowUs + (long)limit.TotalMicroseconds;
        try
        {
            while (street.Snapshot().NowUs < endUs)
            {
                await Task.Delay(20, end.Token);
            }

            await end.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // It ended for another reason.
        }
    }

    private static async Task WaitForNode(RunningStreet street, CancellationToken cancel)
    {
        DateTime tooLong = DateTime.UtcNow.AddSeconds(30);
        while (street.View() is not { Live: true })
        {
            if (DateTime.UtcNow > tooLong)
            {
                throw new RunException(
                    street.Link.WhyNotConnected ?? $"The node does not appear at the broker {street.BrokerHost}:{street.BrokerPort} within 30 s. "
                    + "Check its user and permissions there; its own words are above.");
            }

            await Task.Delay(20, cancel);
        }
    }

    private static void TellStart(RunningStreet street, RunOptions o, RunReport report)
    {
        string broker = $"{street.BrokerHost}:{street.BrokerPort}";
        string watch = $"mosquitto_sub --cafile '{street.CaFile}' -h {street.BrokerHost} -p {street.BrokerPort} -u watch -P {street.WatchPassword} -t 'bn/1/#' -v";
        string page = $"http://localhost:{o.Port}";
        report.Tell("site", $"Street   {street.Address}, lanes {string.Join(", ", street.Site.Lanes.Select(l => l.Id))}", ("node", street.Address.ToString()), ("file", street.Site.File));
        report.Tell("broker", $"Broker   {broker} (TLS){(street.Broker is null ? "" : ", a child of this program")}",
            ("host", street.BrokerHost), ("port", street.BrokerPort), ("caFile", street.CaFile), ("credentials", street.CredentialsFile),
            ("pid", street.Broker?.ProcessId), ("watch", watch));
        report.Tell("watch", $"Watch    {watch}", ("command", watch));
        if (!o.Headless)
        {
            report.Tell("page", $"Page     {page}", ("address", page));
        }
    }

    private static int TellEnd(RunningStreet street, HubTeller teller, Passage? passage, Exception? trouble, RunReport report)
    {
        StreetSnapshot snapshot = street.Snapshot();
        bool ok = snapshot.Strikes == 0 && trouble is null && passage is not { Done: false };
        string result = passage is null ? "Stopped." : ok ? "One car has passed; the lane is closed behind it." : $"The passage did not end: {trouble?.Message ?? passage.Progress}.";
        report.Tell(
            "summary",
            $"{result} {teller.EventCount} events, {snapshot.Strikes} strikes, {snapshot.Collisions} collisions.",
            ("ok", ok), ("passed", passage?.Done), ("moves", passage?.Moves), ("events", teller.EventCount), ("strikes", snapshot.Strikes),
            ("collisions", snapshot.Collisions), ("problems", street.Hub.ProblemCount), ("trouble", trouble?.Message ?? (ok ? null : passage?.Progress)));
        return ok ? 0 : FaultReport.ExitCode;
    }
}
