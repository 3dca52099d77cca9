using System.Numerics;

namespace BarrierNode.Interlock.Tests.Specification;

/// <summary>A set of numbers from 0 to 63: of inputs, of outputs or of conditions.</summary>
/// <param name="Mask">Bit n is 1 when n is in the set.</param>
internal readonly record struct Numbers(ulong Mask)
{
    public static Numbers None => default;

    public static Numbers Of(long mask) => new((ulong)mask);

    public static Numbers UpTo(int count) => new(count == 64 ? ulong.MaxValue : (1UL << count) - 1);

    public bool IsEmpty => Mask == 0;

    public bool Has(int number) => (Mask >> number & 1) != 0;

    public Numbers With(int number) => new(Mask | 1UL << number);

    public Numbers And(Numbers others) => new(Mask | others.Mask);

    public Numbers Both(Numbers others) => new(Mask & others.Mask);

    public Numbers Without(Numbers others) => new(Mask & ~others.Mask);

    public bool Meets(Numbers others) => (Mask & others.Mask) != 0;

    /// <summary>The numbers, smallest first.</summary>
    public Enumerator GetEnumerator() => new(Mask);

    public override string ToString()
    {
        List<int> numbers = [];
        foreach (int number in this)
        {
            numbers.Add(number);
        }

        return $"{{{string.Join(' ', numbers)}}}";
    }

    internal struct Enumerator(ulong rest)
    {
        private ulong _rest = rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_rest == 0)
            {
                return false;
            }

            Current = BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
