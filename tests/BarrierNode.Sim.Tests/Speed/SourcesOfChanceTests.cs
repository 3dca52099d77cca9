using System.Reflection;
using System.Runtime.CompilerServices;
using BarrierNode.Control;
using BarrierNode.Interlock;
using BarrierNode.Street;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Sim.Tests.Speed;

/// <summary>What would make two runs of one seed differ is nowhere in the code that is simulated: shared state, the wall clock, chance without a seed.</summary>
[TestClass]
public sealed class SourcesOfChanceTests
{
    private static readonly Assembly[] s_rooms =
        [typeof(City).Assembly, typeof(StreetModel).Assembly, typeof(Controller).Assembly, typeof(Gate).Assembly];

    // Without its arguments; a constructor without a seed is looked at by itself.
    private static readonly HashSet<string> s_banned =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Diagnostics.Stopwatch::GetTimestamp", "System.Diagnostics.Stopwatch::StartNew", "System.Diagnostics.Stopwatch::.ctor",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64",
        "System.TimeProvider::get_System", "System.Random::get_Shared", "System.Guid::NewGuid",
        "System.Threading.Thread::Sleep", "System.Threading.Tasks.Task::Delay", "System.Threading.Timer::.ctor",
        "System.String::GetHashCode", "System.HashCode::ToHashCode",
    ];

    // The clock of a street that follows wall time; and the fuzzer, which tells how long it took.
    private static readonly string[] s_mayLookAtTheWall = [typeof(PacedClock).FullName!, typeof(BarrierNode.Sim.Fuzz.Fuzzer).FullName!];

    [TestMethod]
    public void StaticFields_OfEveryRoom_AreConstantOrReadonly()
    {
        string[] changing =
        [
            .. s_rooms.SelectMany(a => a.GetTypes())
                .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.StartsWith('<'))
                .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(f => !f.IsLiteral && !f.IsInitOnly && !f.Name.StartsWith("<>", StringComparison.Ordinal))
                .Select(f => $"{f.DeclaringType}.{f.Name}"),
        ];
        Assert.IsEmpty(changing, string.Join(", ", changing));
    }

    [TestMethod]
    public void Calls_OfEveryRoom_AskNeitherWallClockNorChanceWithoutASeed()
    {
        string[] found = [.. s_rooms.SelectMany(room => Uses(room.Location)).Where(use => !s_mayLookAtTheWall.Contains(use.Type)).Select(use => $"{use}")];
        Assert.IsEmpty(found, string.Join("\n", found));
    }

    [TestMethod]
    public void Search_WhereSuchCallsAre_FindsThem()
    {
        string[] found = [.. Uses(typeof(Careless).Assembly.Location).Where(use => use.Type.EndsWith(nameof(Careless), StringComparison.Ordinal))
            .Select(use => use.Called)];
        Assert.AreSequenceEqual(
            ["System.DateTime::get_UtcNow", "System.Environment::get_TickCount64", "System.Random::.ctor"], found.Order(StringComparer.Ordinal));
        Assert.IsNotEmpty(Uses(typeof(PacedClock).Assembly.Location).Where(use => s_mayLookAtTheWall.Contains(use.Type)));
    }

    private static IEnumerable<(string Type, string Called)> Uses(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        List<(string Type, string Called)> uses = [];
        foreach (TypeDefinition type in module.GetTypes())
        {
            foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    if (instruction.Operand is MethodReference called && IsBanned(called))
                    {
                        TypeDefinition outer = type;
                        while (outer.DeclaringType is not null)
                        {
                            outer = outer.DeclaringType;
                        }

                        bool isNestedTest = outer.Name == nameof(SourcesOfChanceTests);
                        uses.Add(((isNestedTest ? type : outer).FullName, Name(called)));
                    }
                }
            }
        }

        return uses;
    }

    private static bool IsBanned(MethodReference called) =>
        s_banned.Contains(Name(called)) || (Name(called) == "System.Random::.ctor" && called.Parameters.Count == 0);

    private static string Name(MethodReference called) => $"{called.DeclaringType.FullName}::{called.Name}";

    private sealed class Careless
    {
        public long Moment { get; } = DateTime.UtcNow.Ticks;

        public Random Chance { get; } = new();

        public long Ticks() => Environment.TickCount64;
    }
}
