namespace BarrierNode.Sim.Fuzz;

/// <summary>What a random life is made of: some kinds of action often, some never. Lives that have everything in them look all the same.</summary>
internal sealed class Swarm
{
    private readonly double[] _weights;
    private readonly double _sum;

    public Swarm(Random random, int kinds)
    {
        _weights = new double[kinds];
        for (int i = 0; i < kinds; i++)
        {
            _weights[i] = random.Next(3) == 0 ? 0 : Math.Pow(10, random.NextDouble());
        }

        _sum = _weights.Sum();
        if (_sum == 0)
        {
            Array.Fill(_weights, 1);
            _sum = kinds;
        }
    }

    /// <summary>A kind, as often as this life has it.</summary>
    public int Draw(Random random)
    {
        double at = random.NextDouble() * _sum;
        int kind = 0;
        while (kind < _weights.Length - 1 && at >= _weights[kind])
        {
            at -= _weights[kind++];
        }

        return kind;
    }
}
