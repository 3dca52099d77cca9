namespace BarrierNode.Benchmarks;

/// <summary>Something that scans: one pass goes through a whole sequence from the state in which its recording began.</summary>
internal abstract class ScanRun
{
    /// <summary>Goes through the sequence once, <see cref="ScanSequence.Length"/> scans.</summary>
    /// <returns>The sum over what was permitted.</returns>
    public abstract int Pass();

    /// <summary>Goes through the sequence and compares with the recording.</summary>
    /// <returns>This.</returns>
    /// <exception cref="InvalidOperationException">The run differs from its recording: it would measure something else.</exception>
    protected void MustBe(int sum)
    {
        for (int i = 0; i < 2; i++)
        {
            if (Pass() != sum)
            {
                throw new InvalidOperationException($"{GetType().Name} differs from its recording.");
            }
        }
    }
}
