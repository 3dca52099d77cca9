namespace BarrierNode.Site.Explain;

/// <summary>What can be written about a site.</summary>
[Flags]
public enum SitePart
{
    /// <summary>The interlock matrix.</summary>
    Matrix = 1,

    /// <summary>The acceptance checklist.</summary>
    Checklist = 2,

    /// <summary>The wiring list.</summary>
    Wiring = 4,

    /// <summary>Everything, one after the other.</summary>
    All = Matrix | Checklist | Wiring,
}

/// <summary>Writes what a technician needs of a site, as one page.</summary>
public static class SitePages
{
    /// <summary>Writes a page.</summary>
    /// <param name="site">A site from <see cref="SiteFile"/>.</param>
    /// <param name="parts">What to write.</param>
    /// <param name="format">How to write it.</param>
    /// <returns>Lines that end in a line feed.</returns>
    public static string Write(SiteModel site, SitePart parts, PageFormat format)
    {
        InterlockMatrix matrix = InterlockMatrix.Of(site);
        IPageForm form = format switch
        {
            PageFormat.Markdown => new MarkdownForm(),
            PageFormat.Html => new HtmlForm($"{Title(parts)} of {matrix.Place}"),
            _ => new TextForm(),
        };
        if (parts.HasFlag(SitePart.Matrix))
        {
            Write(form, matrix);
        }

        if (parts.HasFlag(SitePart.Checklist))
        {
            AcceptanceChecklist.Of(site).Write(form);
        }

        if (parts.HasFlag(SitePart.Wiring))
        {
            WiringList.Of(site).Write(form);
        }

        return form.ToString()!;
    }

    private static string Title(SitePart parts) => parts switch
    {
        SitePart.Matrix => "Interlock",
        SitePart.Checklist => "Acceptance",
        SitePart.Wiring => "Wiring",
        _ => "Papers",
    };

    // A matrix has a shape of its own in every form.
    private static void Write(IPageForm form, InterlockMatrix matrix)
    {
        switch (form)
        {
            case HtmlForm html:
                MatrixHtml.Write(html, matrix);
                break;
            case MarkdownForm markdown:
                MatrixMarkdown.Write(markdown, matrix);
                break;
            case TextForm text:
                MatrixText.Write(text, matrix);
                break;
        }
    }
}
