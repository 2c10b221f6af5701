using System.Collections.Immutable;

namespace Samstyre.Reports;

/// <summary>The chapters of a document as HTML: what a page and a file have in common.</summary>
public static class HtmlBlocks
{
    /// <summary>Renders all chapters, each a section below the page's own heading.</summary>
    public static void Write(HtmlWriter html, ReportDocument document, HtmlLinks links)
    {
        var place = HtmlPlace.In(document, links);
        foreach (var chapter in document.Chapters)
        {
            var anchor = place.Outline.AnchorOf(chapter);
            var hasCover = chapter.Blocks is [Paragraph { Style: ParagraphStyle.Cover }, ..];
            html.Write($"<section class=\"chapter{NewPage(chapter.NewPage)}\" id=\"{anchor}\">");
            if (hasCover) html.Write("<header>"u8);
            html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{chapter.Title}</h2>");
            Blocks(html, chapter.Blocks, place, hasCover);
            html.Write("</section>"u8);
        }
    }

    /// <summary>The table of contents: chapters and their sections.</summary>
    public static void Contents(HtmlWriter html, ReportDocument document)
    {
        var texts = ReportTexts.In(document.Language);
        var outline = new HtmlOutline(document);
        html.Write($"<nav class=\"contents\" aria-labelledby=\"contents-h\"><h2 class=\"ds-heading\" data-size=\"xs\" id=\"contents-h\">{texts["html.contents"]}</h2><ol>");
        foreach (var chapter in document.Chapters)
        {
            html.Write($"<li><a class=\"ds-link\" href=\"#{outline.AnchorOf(chapter)}\">{chapter.Title}</a>");
            var open = false;
            foreach (var heading in chapter.Blocks.OfType<SectionHeading>().Where(heading => heading.Level == 2))
            {
                html.Write(open ? default : "<ol>"u8).Write($"<li><a class=\"ds-link\" href=\"#{outline.AnchorOf(heading)}\">{heading.Text}</a></li>");
                open = true;
            }

            html.Write(open ? "</ol></li>"u8 : "</li>"u8);
        }

        html.Write("</ol></nav>"u8);
    }

    /// <summary>One figure or list of a document by its id, with everything behind it; false where the document has none.</summary>
    public static bool WriteOne(HtmlWriter html, ReportDocument document, string id, HtmlLinks links)
    {
        if (Find(document, id) is not { } block) return false;
        var place = HtmlPlace.In(document, links with { Figure = null });
        if (block is FigureBlock figure) HtmlFigure.Write(html, figure, place, withEveryRow: true);
        else if (block is TableBlock table) HtmlFigure.Write(html, table, place);
        return true;
    }

    /// <summary>The title of a figure or list of a document; null where the document has none.</summary>
    public static string? CaptionOf(ReportDocument document, string id) => Find(document, id) switch { FigureBlock figure => figure.Caption, TableBlock table => table.Table.Caption, _ => null };

    private static Block? Find(ReportDocument document, string id) => document.Chapters.SelectMany(chapter => chapter.Blocks)
        .FirstOrDefault(block => (block is FigureBlock figure && figure.Figure.Id == id) || (block is TableBlock table && table.Table.Id == id));

    private static void Blocks(HtmlWriter html, ImmutableArray<Block> blocks, HtmlPlace place, bool inCover)
    {
        var (level, inList) = (2, false);
        foreach (var block in blocks)
        {
            var isPoint = block is Paragraph { Style: ParagraphStyle.Point };
            if (isPoint != inList) html.Write(isPoint ? "<ul class=\"points\">"u8 : "</ul>"u8);
            inList = isPoint;
            // Covers are headers, so that readers of the page can tell them from what it holds.
            var isCover = block is Paragraph { Style: ParagraphStyle.Cover } or SectionHeading { NewPage: true };
            if (isCover != inCover) html.Write(isCover ? "<header>"u8 : "</header>"u8);
            inCover = isCover;
            switch (block)
            {
                case SectionHeading heading:
                    // No level is skipped, whatever the document says.
                    level = Math.Min(Math.Clamp(heading.Level, 2, 3) + 1, level + 1);
                    html.Write($"<h{level} class=\"ds-heading{NewPage(heading.NewPage)}\" id=\"{place.Outline.AnchorOf(heading)}\">{heading.Text}</h{level}>");
                    break;
                case Paragraph paragraph: Paragraph(html, paragraph, place.Links); break;
                case FigureBlock figure: HtmlFigure.Write(html, figure, place); break;
                case TableBlock table: HtmlFigure.Write(html, table, place); break;
            }
        }

        if (inList) html.Write("</ul>"u8);
        if (inCover) html.Write("</header>"u8);
    }

    private static void Paragraph(HtmlWriter html, Paragraph paragraph, HtmlLinks links)
    {
        html.Write(paragraph.Style switch
        {
            ParagraphStyle.Lead => "<p class=\"lead\">"u8,
            ParagraphStyle.Note => "<p class=\"note\">"u8,
            ParagraphStyle.Cover => "<p class=\"on-cover\">"u8,
            ParagraphStyle.Point => "<li>"u8,
            _ => "<p>"u8,
        });
        HtmlSpans.Write(html, paragraph.Spans, links);
        html.Write(paragraph.Style == ParagraphStyle.Point ? "</li>"u8 : "</p>"u8);
    }

    private static string NewPage(bool starts) => starts ? " new-page" : "";
}
