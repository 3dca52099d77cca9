using System.Text;
using BarrierNode.Control;

namespace BarrierNode.Site.Tests;

/// <summary>Reads a site table by docs/site-table.md alone: what the page says is what the bytes are.</summary>
[TestClass]
public sealed class SiteTablePageTests
{
    private static readonly string PageText = Page.Text("docs", "site-table.md");
    private static readonly byte[] Key = new byte[32];

    [TestMethod]
    [DataRow("promenade")]
    [DataRow("minimal")]
    [DataRow("two-channel")]
    public void Table_ReadByThePage_SaysWhatWasCompiled(string name)
    {
        SiteTable table = SiteCompiler.Compile(SiteFiles.Site(name));
        byte[] bytes = SiteTableWriter.Write(table, Key);

        List<string> read = ReadByThePage(bytes);

        Assert.AreEqual(string.Join('\n', Expected(table)), string.Join('\n', read));
    }

    private static List<string> ReadByThePage(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.ASCII);
        var values = new Dictionary<string, long>();
        var read = new List<string>();
        foreach ((string section, string? count) in new (string, string?)[]
        {
            ("Header", null), ("Input", "inputCount"), ("Output", "outputCount"), ("Gate", null), ("Lane", "laneCount"), ("Loops", null), ("Loop", "loopCount"),
        })
        {
            string heading = count is null ? $"## {section}, once\n" : $"## {section}, `{count}` times\n";
            (string First, string Second)[] rows = [.. Page.Rows(Page.Between(PageText, heading, "\n## "))];
            for (long i = 0; i < (count is null ? 1 : values[count]); i++)
            {
                foreach ((string field, string type) in rows)
                {
                    read.Add($"{section}{i}.{field}={Value(reader, field, type, values)}");
                }
            }
        }

        read.Add($"crc={reader.ReadInt32()}");
        Assert.HasCount(32, reader.ReadBytes(32));
        Assert.AreEqual(bytes.Length, reader.BaseStream.Position);
        return read;
    }

    private static string Value(BinaryReader reader, string field, string type, Dictionary<string, long> values)
    {
        switch (type)
        {
            case "text":
                return Encoding.ASCII.GetString(reader.ReadBytes(reader.ReadByte()));
            case "u8":
                values[field] = reader.ReadByte();
                return values[field].ToString();
            case "i32":
                return reader.ReadInt32().ToString();
            default:
                string count = Page.Between(type, "[", "]");
                long items = long.TryParse(count, out long fixedCount) ? fixedCount : values[count];
                bool wide = type.StartsWith("i64", StringComparison.Ordinal);
                return string.Join(",", Enumerable.Range(0, (int)items).Select(_ => wide ? reader.ReadInt64() : reader.ReadInt32()));
        }
    }

    private static List<string> Expected(SiteTable t)
    {
        var all = new List<string>();
        void Add(string section, int i, params (string Field, object Value)[] fields) =>
            all.AddRange(fields.Select(f => $"{section}{i}.{f.Field}={f.Value}"));

        Add("Header", 0, ("magic", BitConverter.ToInt32("BNST"u8)), ("version", 3), ("city", t.City), ("site", t.Site), ("node", t.Node));
        Add("Header", 0, ("board", t.Board), ("inputCount", t.InputNames.Length), ("outputCount", t.OutputNames.Length));
        Add("Header", 0, ("laneCount", t.Lanes.Length), ("permitPin", t.PermitPin), ("resetInput", t.ResetInput + 1));
        Add("Header", 0, ("detectorInputs", t.DetectorInputs));
        for (int i = 0; i < t.InputNames.Length; i++)
        {
            Add("Input", i, ("name", t.InputNames[i]), ("pin", t.InputPins[i]));
        }

        for (int o = 0; o < t.OutputNames.Length; o++)
        {
            Add("Output", o, ("name", t.OutputNames[o]), ("pin", t.OutputPins[o]));
        }

        Add("Gate", 0, ("words", string.Join(",", t.Gate.Words)));
        for (int i = 0; i < t.Lanes.Length; i++)
        {
            LaneTable l = t.Lanes[i];
            Add("Lane", i, ("id", l.Id), ("kind", (int)l.Kind), ("raiseOutputs", l.RaiseOutputs), ("lowerOutputs", l.LowerOutputs));
            Add("Lane", i, ("redOutputs", l.RedOutputs), ("greenOutputs", l.GreenOutputs), ("warningOutputs", l.WarningOutputs));
            Add("Lane", i, ("raiseWarningMs", l.RaiseWarningMs), ("lowerWarningMs", l.LowerWarningMs));
            Add("Lane", i, ("raiseTimeoutMs", l.RaiseTimeoutMs), ("lowerTimeoutMs", l.LowerTimeoutMs));
            Add("Lane", i, ("upCount", l.UpInputs.Length), ("upInputs", string.Join(",", l.UpInputs)));
            Add("Lane", i, ("downCount", l.DownInputs.Length), ("downInputs", string.Join(",", l.DownInputs)));
            Add("Lane", i, ("holdOutputs", l.HoldOutputs), ("detectors", l.Detectors), ("entryInput", l.EntryInput + 1));
            Add("Lane", i, ("exitInput", l.ExitInput + 1), ("sallyLane", l.SallyLane + 1));
            Add("Lane", i, ("roleInputs", string.Join(",", l.RoleInputs)), ("roleOutputs", string.Join(",", l.RoleOutputs)));
            Add("Lane", i, ("settings", string.Join(",", l.Settings)), ("openCount", l.OpenDays.Length));
            Add("Lane", i, ("openDays", string.Join(",", l.OpenDays)), ("openFromMinute", string.Join(",", l.OpenFromMinute)));
            Add("Lane", i, ("openToMinute", string.Join(",", l.OpenToMinute)), ("closedCount", l.ClosedFromMinutes.Length));
            Add("Lane", i, ("closedFromMinutes", string.Join(",", l.ClosedFromMinutes)), ("closedToMinutes", string.Join(",", l.ClosedToMinutes)));
        }

        Add("Loops", 0, ("loopCount", t.Loops.Length));
        for (int i = 0; i < t.Loops.Length; i++)
        {
            LoopTable loop = t.Loops[i];
            Add("Loop", i, ("input", loop.Input), ("pin", loop.Pin), ("nominalHz", loop.NominalHz), ("sensitivityPpm", loop.SensitivityPpm),
                ("maxDriftPpmPerMinute", loop.MaxDriftPpmPerMinute));
        }

        all.Add($"crc={t.Hash}");
        return all;
    }
}
