using System.Globalization;
using BarrierNode.Control;
using BarrierNode.Street.Records;

namespace BarrierNode.Street.Tests.Records;

/// <summary>A value change dump, read back, has every scan of the record.</summary>
[TestClass]
public class RecordVcdTests
{
    private readonly LaneRig _rig = new();

    [TestMethod]
    public void Vcd_ReadBack_HasEveryBitOfEveryScan()
    {
        RecordStory story = Accident();
        Dump dump = Dump.Read(Text(story));

        Assert.HasCount(story.Scans.Count, dump.Scans);
        for (int scan = 0; scan < story.Scans.Count; scan++)
        {
            (long us, Dictionary<string, long> values) = dump.Scans[scan];
            Assert.AreEqual(story.Scans[scan].Us - story.Scans[0].Us, us, $"time of scan {scan}");
            Assert.AreEqual(scan, values["scan.number"]);
            Assert.AreEqual(story.Scans[scan].GapUs, values["scan.elapsedUs"]);
            Assert.AreEqual(story.Scans[scan].Pulse ? 1 : 0, values["scan.pulse"]);
            foreach (RecordSignal signal in story.Traces.Signals)
            {
                string name = $"{RecordVcd.ScopeOf(signal.Group)}.{RecordVcd.Identifier(signal.Name)}";
                Assert.AreEqual(signal.Values[scan] ? 1 : 0, values[name], $"{name} in scan {scan}");
            }

            foreach ((int lane, LaneTable table) in _rig.Table.Lanes.Index())
            {
                Assert.AreEqual((long)story.Traces.Positions[lane][scan], values[$"positions.{RecordVcd.Identifier(table.Id)}"]);
            }
        }
    }

    [TestMethod]
    public void Vcd_OfAnAccident_ShowsTheStopTheTripAndTheStroke()
    {
        Dump dump = Dump.Read(Text(Accident()));
        Assert.AreEqual("1 us", dump.TimeScale);
        Assert.IsTrue(dump.Scans.Any(s => s.Values["positions.promenade"] == (long)LanePosition.Lowering));
        Assert.IsTrue(dump.Scans.Any(s => s.Values["outputs.promenade_lower"] == 1));
        Dictionary<string, long> end = dump.Scans[^1].Values;
        Assert.AreEqual((1, 1, 0), (end["inputs.emergencyStop"], end["trips.emergencyStop"], end["outputs.promenade_lower"]));
    }

    [TestMethod]
    public void Vcd_ScansWithoutAGap_HaveATimeEach()
    {
        _rig.Run(2);
        for (int i = 0; i < 3; i++)
        {
            _rig.Cabinet.Controller.Scan(0, i == 1 ? -5 : 0);
            _rig.Cabinet.Controller.EndScan(0, 0);
        }

        _rig.Run(2);
        RecordStory story = Story();
        Dump dump = Dump.Read(Text(story));
        Assert.HasCount(story.Scans.Count, dump.Scans);
        Assert.IsTrue(story.Scans.Zip(story.Scans.Skip(1)).Any(p => p.First.Us == p.Second.Us), "two scans at one time");
    }

    [TestMethod]
    public void Traces_OfARecord_TellWhatRepeatsAndWhatChanges()
    {
        RecordTraces traces = Accident().Traces;
        Assert.IsTrue(traces.Signals.Single(s => s is { Group: SignalGroup.Input, Name: "emergencyStop" }).Changes);
        Assert.IsFalse(traces.Signals.Single(s => s is { Group: SignalGroup.Input, Name: "entryLoop" }).Changes);
        Assert.IsTrue(traces.Is(SignalGroup.Trip, "emergencyStop", traces.Pulse.Count - 1));
        Assert.IsFalse(traces.Is(SignalGroup.Trip, "emergencyStop", 0));
        Assert.IsFalse(traces.Is(SignalGroup.Input, "no such input", 0));
    }

    private RecordStory Accident()
    {
        _rig.Run(2);
        _rig.Command(CommandOp.Lower);
        _rig.Run(1);
        _rig.Street.EmergencyStopPressed = true;
        return Story();
    }

    private RecordStory Story()
    {
        if (!_rig.Street.EmergencyStopPressed)
        {
            _rig.Cabinet.Controller.WantRecord();
        }

        _rig.Run(2);
        return new RecordStory(_rig.Table, FlightRecord.Of(_rig.Cabinet.Controller.Recorder));
    }

    private string Text(RecordStory story)
    {
        using StringWriter text = new();
        RecordVcd.Write(_rig.Table, story, text);
        return text.ToString();
    }

    /// <summary>A reader of the format that knows nothing of the writer.</summary>
    private sealed class Dump
    {
        private readonly Dictionary<string, string> _names = [];

        public string TimeScale { get; private set; } = "";

        public List<(long Us, Dictionary<string, long> Values)> Scans { get; } = [];

        public static Dump Read(string text)
        {
            Dump dump = new();
            string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            int at = dump.Declarations(words);
            dump.Changes(words[at..]);
            return dump;
        }

        private int Declarations(string[] words)
        {
            List<string> scopes = [];
            for (int i = 0; ; i++)
            {
                int end = Array.IndexOf(words, "$end", i);
                string[] body = words[(i + 1)..end];
                switch (words[i])
                {
                    case "$timescale":
                        TimeScale = string.Join(' ', body);
                        break;
                    case "$scope":
                        scopes.Add(body[1]);
                        break;
                    case "$upscope":
                        scopes.RemoveAt(scopes.Count - 1);
                        break;
                    case "$var":
                        Assert.IsTrue(body[0] is "wire" or "integer", body[0]);
                        Assert.MatchesRegex("^[A-Za-z0-9_]+$", body[3]);
                        _names.Add(body[2], $"{scopes[^1]}.{body[3]}");
                        break;
                    case "$enddefinitions":
                        Assert.IsEmpty(scopes);
                        Assert.HasCount(_names.Count, _names.Values.Distinct());
                        return end + 1;
                    default:
                        Assert.AreEqual("$comment", words[i]);
                        break;
                }

                i = end;
            }
        }

        private void Changes(string[] words)
        {
            for (int i = 0; i < words.Length; i++)
            {
                string word = words[i];
                if (word[0] == '#')
                {
                    long us = long.Parse(word[1..], CultureInfo.InvariantCulture);
                    Assert.IsTrue(Scans.Count == 0 || us > Scans[^1].Us, "time goes on");
                    Scans.Add((us, Scans.Count == 0 ? [] : new(Scans[^1].Values)));
                }
                else if (word[0] == 'b')
                {
                    // An integer has a sign in its first bit.
                    string bits = word[1..];
                    Scans[^1].Values[_names[words[++i]]] = bits.Length == 32 ? Convert.ToInt32(bits, 2) : Convert.ToInt64(bits, 2);
                }
                else if (word is not ("$dumpvars" or "$end"))
                {
                    Scans[^1].Values[_names[word[1..]]] = word[0] - '0';
                }
            }
        }
    }
}
