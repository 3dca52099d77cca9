using System.Collections;
using System.Reflection;
using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>The firmware's own scan, for the largest table that a node takes.</summary>
[TestClass]
public class ScanCheckTests
{
    private static readonly ScanReport s_report = ScanReport.Of(Firmware.Assemblies, Repository.Root, ScanBounds.Largest);
    private static readonly ScanReport s_largestSite = OfSite("largest");
    private static readonly ScanReport s_promenade = OfSite("promenade");

    [TestMethod]
    public void Scan_OfTheNode_BreaksNoRule() => Assert.IsEmpty(s_report.Findings, string.Join('\n', s_report.Findings));

    [TestMethod]
    public void GateAndConditioning_OfTheLargestTable_TakeAtMost4500Instructions() => Assert.IsLessThanOrEqualTo(4500, s_report.Gate.Worst);

    [TestMethod]
    public void Methods_OfTheLongestScan_AddUpToIt()
    {
        Assert.AreEqual(s_report.Scan.Worst, s_report.Scan.Methods.Sum(m => m.Total));
        Assert.AreEqual(s_report.Gate.Worst, s_report.Gate.Methods.Sum(m => m.Total));
        foreach (string part in ScanCheck.Gate)
        {
            Assert.AreEqual(1, s_report.Scan.Methods.Single(m => m.Name == part).Calls, part);
        }
    }

    [TestMethod]
    public void Page_WithTheFigures_HasThoseOfThisFirmware()
    {
        string page = Repository.Text("docs/scan-check.md");
        foreach (string row in FigureRows())
        {
            StringAssert.Contains(page, row, $"docs/scan-check.md must have:\n{string.Join('\n', FigureRows())}");
        }
    }

    [TestMethod]
    public void Bounds_ByName_AreMembersOfTheFirmware()
    {
        foreach (string name in ScanBounds.Largest.Limits.Keys)
        {
            string[] parts = name.Split("::");
            Type? type = typeof(Controller).Assembly.GetType(parts[0]) ?? typeof(Interlock.Gate).Assembly.GetType(parts[0]);
            string member = parts[1].Split('[', '(')[0];
            Assert.IsNotEmpty(
                type?.GetMember(member, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [], name);
        }
    }

    [TestMethod]
    public void Bounds_OfATable_AreThoseInTheObjectsOfItsNode()
    {
        SiteTable site = Tables.Site(new Random(1), Tables.Largest(), lanes: 2, limitSwitches: 3);
        Dictionary<string, int> bounds = ScanBounds.Of(site).Limits.Where(b => !b.Key.EndsWith(')')).ToDictionary();
        HashSet<string> met = [];
        foreach (object part in PartsOf(new Controller(site, 0)))
        {
            foreach ((string name, int bound) in bounds)
            {
                if (name.StartsWith(part.GetType().FullName + "::", StringComparison.Ordinal))
                {
                    Assert.AreEqual(bound, Value(part, name.Split("::")[1]), name);
                    met.Add(name);
                }
            }
        }

        CollectionAssert.AreEquivalent(bounds.Keys.ToArray(), met.ToArray());
    }

    [TestMethod]
    public void BoundOfAFrame_HoldsForEveryArrayOfTheState()
    {
        int longest = PartsOf(new Interlock.Gate(Tables.Largest(), 0)).SelectMany(part =>
            part.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(long[]) && f.Name != "_words")
                .Select(f => ((long[])f.GetValue(part)!).Length)).Max();
        Assert.AreEqual(Math.Max(longest, KeptLane.Count), ScanBounds.Largest.Limits["BarrierNode.Interlock.StateFrame::Pass(values)"]);
    }

    internal static IEnumerable<string> FigureRows() =>
    [
        FigureRow("gate and conditioning", r => r.Gate.Worst),
        FigureRow("detection, sequences, reports", r => r.Rest),
        FigureRow("whole scan", r => r.Scan.Worst),
        .. s_report.Gate.Methods.Select(m => $"| `{m.Name}` | {m.Calls} | {m.Own:N0} | {m.Worst:N0} | {m.Total:N0} |"),
    ];

    private static string FigureRow(string part, Func<ScanReport, long> figure) =>
        $"| {part} | {figure(s_report):N0} | {figure(s_largestSite):N0} | {figure(s_promenade):N0} |";

    private static ScanReport OfSite(string site) => ScanReport.Of(Firmware.Assemblies, Repository.Root, ScanBounds.Of(
        SiteCompiler.Compile(SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards")))));

    private static int Value(object part, string member)
    {
        string[] at = member.Split('[', ']');
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        object value = part.GetType().GetField(at[0], Any)?.GetValue(part) ?? part.GetType().GetProperty(at[0], Any)!.GetValue(part)!;
        return at.Length > 1 ? Convert.ToInt32(((Array)value).GetValue(int.Parse(at[1], System.Globalization.CultureInfo.InvariantCulture)))
            : value is Array array ? array.Length : (int)value;
    }

    // Every object of the firmware that can be reached.
    private static HashSet<object> PartsOf(object root)
    {
        HashSet<object> parts = new(ReferenceEqualityComparer.Instance);
        Stack<object?> open = new([root]);
        while (open.TryPop(out object? part))
        {
            if (part is IEnumerable items and not string)
            {
                foreach (object? item in items)
                {
                    open.Push(item);
                }
            }
            else if (part?.GetType().Namespace?.StartsWith("BarrierNode", StringComparison.Ordinal) == true && parts.Add(part))
            {
                foreach (FieldInfo field in part.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    open.Push(field.GetValue(part));
                }
            }
        }

        return parts;
    }
}
