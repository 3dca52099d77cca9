namespace BarrierNode.Site.Explain;

/// <summary>How the pages about a site are written.</summary>
public enum PageFormat
{
    /// <summary>Plain text, at most 120 characters a line.</summary>
    Text,

    /// <summary>Markdown with the tables of GitHub.</summary>
    Markdown,

    /// <summary>One page for a browser or a printer.</summary>
    Html,
}
