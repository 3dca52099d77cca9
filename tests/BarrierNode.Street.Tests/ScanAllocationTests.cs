using BarrierNode.Control;
using BarrierNode.Site;
using BarrierNode.Tests;

namespace BarrierNode.Street.Tests;

/// <summary>A node that runs for a working day makes not one object in its scans: whatever is fitted, asked for, pressed or driven over.</summary>
[TestClass]
public class ScanAllocationTests
{
    private const int Scans = 1_000_000;
    private const int StepsPerScan = VirtualCabinet.ScanPeriodUs / StreetModel.MaxStepUs;

    // How often something happens, in scans of 20 ms.
    private const int CommandEvery = 400;
    private const int PressEvery = 15_000;
    private const int PressFor = 500;
    private const int VehicleEvery = 1100;

    private static readonly string[] s_sites =
        [.. Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static IEnumerable<object[]> Sites => s_sites.Select(site => new object[] { site });

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Scan_AMillionTimesWithEverythingInUse_AllocatesNothing(string site)
    {
        int seed = RandomSeed.Of();
        SiteModel model = SiteFile.Load(Repository.File($"simulator/sites/{site}.yaml"), Repository.File("hardware/boards"));
        Day day = new(model, new Random(seed));
        long allocated = 0;
        for (int i = 0; i < Scans; i++)
        {
            day.Happen(i);
            long before = GC.GetAllocatedBytesForCurrentThread();
            day.Scan();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine($"{day.Moves} moves; events: {Counted<EventCode>(day.Events)}; accepted: {Counted<CommandOp>(day.Accepted)}");
        Assert.AreEqual(0, allocated, $"bytes in {Scans} scans, seed {seed}");
        Assert.IsGreaterThan(19_900, day.Beat, "the scans were real: 20 ms each");
        Assert.IsGreaterThan(50, day.Moves, $"the lanes moved in them, seed {seed}");
        Assert.IsGreaterThan(5, day.Accepted.Count(n => n > 0), $"operations were accepted, seed {seed}");
    }

    private static string Counted<T>(int[] counts)
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Where(v => counts[Convert.ToInt32(v)] > 0).Select(v => $"{v} {counts[Convert.ToInt32(v)]}"));

    /// <summary>A node in its street, and a day in which everything happens that may.</summary>
    private sealed class Day
    {
        private readonly Random _random;
        private readonly SiteModel _site;
        private readonly SiteTable _table;
        private readonly StreetModel _street;
        private readonly VirtualCabinet _cabinet;
        private readonly string[] _contacts;
        private string _pressed = "";
        private int _vehicle;
        private int _ticket;
        private int _minutes = 500_000;

        public Day(SiteModel site, Random random)
        {
            _random = random;
            _site = site;
            _table = SiteCompiler.Compile(site);
            _street = new StreetModel(site, random.Next());
            _cabinet = new VirtualCabinet(_table, _street);
            int pressable = _table.Lanes.SelectMany(l => l.RoleInputs.Where((_, role) => IsPressable((InputRole)role))).Aggregate(0, (all, mask) => all | mask);
            _contacts = [.. _table.InputNames.Where((_, i) => (pressable & (1 << i)) != 0)];
        }

        public int Moves => Events[(int)EventCode.MoveDone];

        public int[] Events { get; } = new int[256];

        public int[] Accepted { get; } = new int[256];

        public int Beat => _cabinet.Controller.Beat;

        // What is not the node's: it may make objects.
        public void Happen(int scan)
        {
            for (int i = 0; i < StepsPerScan; i++)
            {
                _street.Step(StreetModel.MaxStepUs);
            }

            if (scan % CommandEvery == 0)
            {
                Command();
            }

            if (_contacts.Length > 0)
            {
                Press(scan % PressEvery);
            }

            if (scan % VehicleEvery == 0)
            {
                _street.RemoveCar(_vehicle);
                VehicleKind[] kinds = Enum.GetValues<VehicleKind>();
                _vehicle = _street.SendVehicle(_site.Lanes[_random.Next(_site.Lanes.Count)].Id, kinds[_random.Next(kinds.Length)]);
            }
        }

        public void Scan()
        {
            _cabinet.Scan();
            ReportRing reports = _cabinet.Controller.Reports;
            while (reports.Take())
            {
                if (reports.Kind == ReportKind.Event)
                {
                    Events[reports.Code]++;
                    Accepted[(int)reports.Op] += reports.Code == (int)EventCode.CommandAccepted ? 1 : 0;
                }
            }
        }

        // The levels of a lamp or of a line that the node itself tests are not pressed by anybody.
        private static bool IsPressable(InputRole role) => role is not (InputRole.None or InputRole.RedCurrent or InputRole.GreenCurrent);

        // Half of the commands are moves, and what undoes a stop, a trip or the doubts of a loop comes often: else nothing would move for most of
        // the day.
        private void Command()
        {
            CommandOp op = _random.Next(12) switch
            {
                < 3 => CommandOp.Raise,
                < 6 => CommandOp.Lower,
                6 => CommandOp.Reset,
                7 => CommandOp.Confirm,
                8 => CommandOp.EmergencyOperationEnd,
                9 => CommandOp.Release,
                10 when _table.Loops.Length > 0 => CommandOp.ConfirmClear,
                _ => (CommandOp)_random.Next((int)CommandOp.Raise, (int)CommandOp.CrowdCount + 1),
            };
            _minutes += _random.Next(3);
            int argument = op switch
            {
                CommandOp.Clock => _minutes,
                CommandOp.ConfirmClear when _table.Loops.Length > 0 => _table.Loops[_random.Next(_table.Loops.Length)].Input,
                _ => _random.Next(3),
            };
            _cabinet.Controller.Requests.Put(_random.Next(_table.Lanes.Length), op, _ticket++, argument);
        }

        private void Press(int since)
        {
            if (since == 0)
            {
                _pressed = _contacts[_random.Next(_contacts.Length)];
            }

            if (since is 0 or PressFor)
            {
                _street.SetContact(_pressed, since == 0);
            }
        }
    }
}
