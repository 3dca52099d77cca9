using BarrierNode.Control;
using BarrierNode.Desktop.Cli;
using BarrierNode.Interlock;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Tests;

/// <summary>The flight record of a small accident: the emergency stop of the minimal site, pressed in the middle of a stroke.</summary>
internal static class TestRecord
{
    public static string SiteFilePath { get; } = Repository.File("simulator/sites/minimal.yaml");

    public static byte[] Make()
    {
        SiteModel site = SiteFile.Load(SiteFilePath, ProgramFiles.BoardsFolder);
        StreetModel street = new(site);
        StreetClock clock = new(street);
        VirtualCabinet cabinet = new(SiteCompiler.Compile(site), street);
        clock.Every(VirtualCabinet.ScanPeriodUs, _ => cabinet.Scan());
        clock.Advance(1_000_000);
        Assert.IsTrue(cabinet.Controller.Requests.Put(0, CommandOp.Lower, 7, 0));
        clock.Advance(800_000);
        street.EmergencyStopPressed = true;
        clock.Advance(2_000_000);

        FlightRecorder recorder = cabinet.Controller.Recorder;
        Assert.IsTrue(recorder.Frozen);
        byte[] bytes = new byte[recorder.Length];
        recorder.Read(0, bytes, 0, bytes.Length);
        return bytes;
    }
}
