using System.Collections;

namespace BarrierNode.Street;

/// <summary>The latest incidents of a street, the oldest first, and how many there were in all. Adding one allocates nothing.</summary>
public sealed class IncidentLog : IReadOnlyList<Incident>
{
    /// <summary>So many are kept.</summary>
    public const int Capacity = 256;

    private readonly Incident[] _ring = new Incident[Capacity];

    internal IncidentLog()
    {
    }

    /// <summary>Incidents since the street began.</summary>
    public int Total { get; private set; }

    /// <inheritdoc/>
    public int Count => Math.Min(Total, Capacity);

    /// <inheritdoc/>
    public Incident this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _ring[(Total - Count + index) % Capacity];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Incident> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(in Incident incident)
    {
        _ring[Total % Capacity] = incident;
        Total++;
    }
}
