using System.Buffers;
using System.Text;
using System.Text.Json;
using BarrierNode.Sim;
using BarrierNode.Site;
using BarrierNode.Street;

namespace BarrierNode.Desktop.Screens.Sim;

/// <summary>
/// What moves, as one line of JSON, short enough for fifty a second: <c>run</c>, <c>t</c> in microseconds, <c>rate</c>, and for each of the <c>sites</c>
/// <c>on</c> (power), <c>permit</c>, <c>stop</c> (the red button), <c>lanes</c> (red, green, warning, barriers in per mille up, detectors: 1 occupied and 2
/// broken), <c>cars</c> (number, lane, x of the front in centimetres, kind, length in centimetres, flags: 1 stands or brakes, 2 comes from the wrong end),
/// <c>people</c> (number, x, y in centimetres), <c>crowd</c> (how many are inside the counting lines) and <c>blocked</c> (lane and barrier that something
/// is in the way of).
/// </summary>
public static class SimFrame
{
    private const double StandsBelowMs = 0.05;

    /// <summary>The picture of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="pace">Its clock.</param>
    public static string Of(SimSession session, CityPace pace)
    {
        ArrayBufferWriter<byte> bytes = new(4096);
        using Utf8JsonWriter json = new(bytes);
        json.WriteStartObject();
        json.WriteString("run", session.Run);
        json.WriteNumber("t", session.City.NowUs - session.BeganUs);
        json.WriteString("rate", RateText.Of(pace));
        json.WriteStartArray("sites");
        foreach (Bench bench in session.Benches)
        {
            Write(json, bench, session.Drill?.Run.PeopleInside ?? Inside(bench));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Bench bench, int inside)
    {
        Station station = bench.Station;
        StreetSnapshot street = station.Street.Snapshot();
        bench.Lights.Look(street);
        json.WriteStartObject();
        json.WriteBoolean("on", station.Node.HasPower);
        json.WriteBoolean("permit", street.PermissionAlive);
        json.WriteBoolean("stop", street.EmergencyStopPressed);
        json.WriteStartArray("lanes");
        for (int lane = 0; lane < street.Lanes.Count; lane++)
        {
            Write(json, street.Lanes[lane], station.Site.Lanes[lane].Loops, bench.BrokenLoops);
        }

        json.WriteEndArray();
        json.WriteStartArray("cars");
        foreach (CarSnapshot car in street.Cars)
        {
            json.WriteStartArray();
            json.WriteNumberValue(car.Id);
            json.WriteNumberValue(station.LaneNumber(car.Lane));
            json.WriteNumberValue((int)Math.Round(car.FrontM * 100));
            json.WriteNumberValue((int)car.Kind);
            json.WriteNumberValue((int)Math.Round(car.LengthM * 100));
            bool brakes = car.SpeedMs < StandsBelowMs || bench.Lights.Has(car.Id);
            json.WriteNumberValue((brakes ? 1 : 0) | (car.WrongWay ? 2 : 0));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("people");
        foreach (PersonSnapshot person in street.People)
        {
            json.WriteStartArray();
            json.WriteNumberValue(person.Id);
            json.WriteNumberValue((int)Math.Round(person.XM * 100));
            json.WriteNumberValue((int)Math.Round(person.YM * 100));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("crowd", inside);
        json.WriteStartArray("blocked");
        foreach (Blockage b in bench.Blockages)
        {
            json.WriteStartArray();
            json.WriteNumberValue(station.LaneNumber(b.Lane));
            json.WriteNumberValue(b.Barrier - 1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Inside(Bench bench) => bench.Crowd is { } crowd ? Math.Max(0, crowd.CameIn - crowd.WentOut) : 0;

    private static void Write(Utf8JsonWriter json, LaneSnapshot lane, IReadOnlyList<InputModel> loops, BrokenLoops broken)
    {
        json.WriteStartArray();
        json.WriteNumberValue(lane.Red ? 1 : 0);
        json.WriteNumberValue(lane.Green ? 1 : 0);
        json.WriteNumberValue(lane.Warning ? 1 : 0);
        json.WriteStartArray();
        foreach (double up in lane.Barriers)
        {
            json.WriteNumberValue((int)Math.Round(up * 1000));
        }

        json.WriteEndArray();
        json.WriteStartArray();
        for (int i = 0; i < lane.Loops.Count; i++)
        {
            json.WriteNumberValue((lane.Loops[i] ? 1 : 0) | (broken.Has(loops[i].Name) ? 2 : 0));
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }
}
