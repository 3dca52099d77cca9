using System.Globalization;
using System.Text;

namespace BarrierNode.Benchmarks;

/// <summary>The figures of one run of all measurements, and their table.</summary>
/// <param name="names">What was measured; the first is the floor.</param>
internal sealed class ScanFigures(IReadOnlyList<string> names)
{
    private readonly double[] _nanoseconds = new double[ScanRuns.Count];
    private readonly double[] _bytes = new double[ScanRuns.Count];

    /// <summary>Takes a measurement.</summary>
    /// <param name="run">Its place in <see cref=names/>.</param>
    /// <param name="nanoseconds">Time of one scan.</param>
    /// <param name="bytes">Bytes that one scan allocates.</param>
    public void Set(int run, double nanoseconds, double bytes)
    {
        _nanoseconds[run] = nanoseconds;
        _bytes[run] = bytes;
    }

    /// <summary>The table in Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder("| measured | ns/scan | ratio to the floor | B/scan |\n|---|---:|---:|---:|\n");
        for (int i = 0; i < _nanoseconds.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {names[i]} | {_nanoseconds[i]:f1} | {_nanoseconds[i] / _nanoseconds[0]:f1} | {_bytes[i]:0.###} |\n");
        }

        return text.ToString();
    }
}
