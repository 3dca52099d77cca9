namespace BarrierNode.Control
{
    /// <summary>On which way an emergency was asked for or ended. The values are stored in the journal and never change.</summary>
    public enum AskedBy
    {
        /// <summary>A command of the control room.</summary>
        Command = 0,

        /// <summary>A button on site.</summary>
        Button = 1,

        /// <summary>A key on site.</summary>
        Key = 2,

        /// <summary>A siren detector or the reader of a transponder.</summary>
        Siren = 3,

        /// <summary>A contact of another system: a fire alarm.</summary>
        Input = 4,
    }
}
