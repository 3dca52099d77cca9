using BarrierNode.Street.Records;

namespace BarrierNode.Sim.Fuzz.Laws;

/// <summary>A frozen flight record replays bit for bit.</summary>
internal sealed class RecordLaws(FuzzWatch watch) : LawBook(watch)
{
    private int _number = -1;

    /// <summary>Scans that a replay repeated.</summary>
    public int Replayed { get; private set; }

    public override void Restart() => _number = -1;

    public override void Scan()
    {
        Interlock.FlightRecorder recorder = Watch.Station.Node.Controller.Recorder;
        if (!recorder.Frozen || recorder.Number == _number)
        {
            return;
        }

        _number = recorder.Number;
        IReadOnlyList<ReplayedScan> replay = RecordReplay.Run(Watch.Station.Table, FlightRecord.Of(recorder));
        Replayed += replay.Count;
        for (int i = 0; i < replay.Count; i++)
        {
            if (!replay[i].IsSame)
            {
                Watch.Break(FuzzLaw.Replay, $"scan {i} of {replay.Count} of the flight record replays as {replay[i]}");
            }
        }
    }
}
