using System.Globalization;
using System.Runtime.CompilerServices;

namespace BarrierNode.Tests;

/// <summary>
/// Where the chance of a random test begins. The short form of a test begins the same in every run, so that what it finds is found again; the long form
/// begins anew. <c>BARRIERNODE_RANDOM_SEED</c> asks for another seed of both: a number, or <c>fresh</c>. The seed is printed.
/// </summary>
internal static class RandomSeed
{
    private const int Bits = 0xFFFFFF;

    /// <summary>The seed of a test's short form, 0 to 16777215 unless it was asked for by number.</summary>
    /// <param name="test">Name of the test.</param>
    public static int Of([CallerMemberName] string test = "") => Print(test, Asked() ?? OfName(test));

    /// <summary>The seed of a test's long form, likewise.</summary>
    /// <param name="test">Name of the test.</param>
    public static int Fresh([CallerMemberName] string test = "") => Print(test, Asked() ?? New());

    private static int? Asked() => Environment.GetEnvironmentVariable("BARRIERNODE_RANDOM_SEED") switch
    {
        null or "" => null,
        "fresh" => New(),
        string number => int.Parse(number, CultureInfo.InvariantCulture),
    };

    private static int New() => Environment.TickCount & Bits;

    // FNV-1a: the hash codes of the runtime differ from run to run.
    private static int OfName(string test)
    {
        uint hash = 2166136261;
        foreach (char c in test)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)(hash & Bits);
    }

    private static int Print(string test, int seed)
    {
        Console.WriteLine($"{test}: seed {seed}");
        return seed;
    }
}
