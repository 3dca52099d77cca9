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
    private const int CommandEvery = 200;
    private const int PressEvery = 900;
    private const int VehicleEvery = 1100;

    private static readonly string[] s_sites =
        [.. Directory.GetFiles(Repository.File("simulator/sites"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static IEnumerable<object[]> Sites => s_sites.Select(site => new object[] { site });

    [TestMethod]
    [DynamicData(nameof(Sites))]
    public void Scan_AMillionTimesWithEverythingInUse_AllocatesNothing(string site)
    {
        int seed = Environment.TickCount;
        Console.WriteLine($"seed {seed}");
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

        Console.WriteLine($"{day.Moves} moves, {day.Events.Count(n => n > 0)} kinds of events, {day.Accepted.Count(n => n > 0)} operations accepted");
        Assert.AreEqual(0, allocated, $"bytes in {Scans} scans, seed {seed}");
        Assert.IsGreaterThan(19_900, day.Beat, "the scans were real: 20 ms each");
        Assert.IsGreaterThan(100, day.Moves, $"the lanes moved in them, seed {seed}");
        Assert.IsGreaterThan(5, day.Accepted.Count(n => n > 0), $"operations were accepted, seed {seed}");
    }

    /// <summary>A node in its street, and a day in which everything happens that may.</summary>
    private sealed class Day
    {
        private readonly Random _random;
        private readonly SiteModel _site;
        private readonly SiteTable _table;
        private readonly StreetModel _street;
        private readonly VirtualCabinet _cabinet;
        private readonly string[] _contacts;
        private string? _pressed;
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

            if (scan % PressEvery == 0 && _contacts.Length > 0)
            {
                Press();
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

        // Half of the commands are moves, and what undoes a stop or a trip comes often: else nothing would move for most of the day.
        private void Command()
        {
            CommandOp op = _random.Next(8) switch
            {
                0 or 1 => CommandOp.Raise,
                2 or 3 => CommandOp.Lower,
                4 => CommandOp.Reset,
                5 => CommandOp.Confirm,
                _ => (CommandOp)_random.Next((int)CommandOp.Raise, (int)CommandOp.CrowdCount + 1),
            };
            _minutes += _random.Next(3);
            int argument = op == CommandOp.Clock ? _minutes : _random.Next(3);
            _cabinet.Controller.Requests.Put(_random.Next(_table.Lanes.Length), op, _ticket++, argument);
        }

        private void Press()
        {
            if (_pressed is null)
            {
                _pressed = _contacts[_random.Next(_contacts.Length)];
                _street.SetContact(_pressed, true);
            }
            else
            {
                _street.SetContact(_pressed, false);
                _pressed = null;
            }
        }
    }
}
