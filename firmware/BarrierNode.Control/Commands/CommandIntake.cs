namespace BarrierNode.Control
{
    /// <summary>Placeholder.</summary>
    public sealed class CommandIntake
    {
        /// <summary>Longest command, in bytes.</summary>
        public const int MaxLength = 1024;
    }
}
