namespace BarrierNode.Desktop.Cli;

/// <summary>How an interlock matrix is written.</summary>
public enum MatrixFormat
{
    /// <summary>Plain text, at most 120 characters a line.</summary>
    Text,

    /// <summary>Markdown with the tables of GitHub.</summary>
    Markdown,

    /// <summary>One page for a browser or a printer.</summary>
    Html,
}
