namespace BarrierNode.Sim;

/// <summary>The flash of the node.</summary>
internal sealed class FlashTarget(SimFlash flash) : SwitchedTarget(s_group, "flash", "flash of the node", MeanUs, good => flash.Broken = !good)
{
    private const long MeanUs = 60_000_000;

    private static readonly FaultGroup s_group = new(
        "flash",
        [
            new(FaultKind.Off, "cannot be written"),
            new(FaultKind.Stuck, "is full"),
            new(FaultKind.Garbage, "has one bit of one file turned over, which the next start reads"),
            new(FaultKind.Slow, "stops the chip so long for every write", Forms.Time(400, 10_000)),
            new(FaultKind.Intermittent, "cannot be written for this part of the time, about once a minute", Forms.Share()),
        ]);

    private readonly long _writeUs = flash.WriteUs;
    private string? _rotten;
    private byte[]? _good;

    /// <inheritdoc/>
    public override void Break(FaultKind kind, double amount, Random random)
    {
        switch (kind)
        {
            case FaultKind.Stuck:
                flash.Full = true;
                break;
            case FaultKind.Garbage:
                Rot(random);
                break;
            case FaultKind.Slow:
                flash.WriteUs = Forms.Us(amount);
                break;
            default:
                base.Break(kind, amount, random);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Mend()
    {
        base.Mend();
        flash.Full = false;
        flash.WriteUs = _writeUs;

        // What commissioning has put there nobody but commissioning can put right; of its own files the node has two copies.
        if (_rotten is Commissioning.NodeFile or Commissioning.SiteFile)
        {
            flash.Put(_rotten, _good!);
        }

        _rotten = null;
    }

    private void Rot(Random random)
    {
        string[] files = [.. flash.Names];
        _rotten = files[random.Next(files.Length)];
        _good = flash.Read(_rotten);
        flash.Rot(_rotten, random.Next());
    }
}
