using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samstyre.Reports;

/// <summary>A document as one HTML file that refers to nothing outside itself: style, font and script stand in it, named by their hashes in its content policy. Chromium prints it to PDF.</summary>
public static class HtmlReport
{
    public static void Write(Stream output, ReportDocument document, HtmlAssets assets)
    {
        using var html = new HtmlWriter(output);
        Write(html, document, assets);
        html.Flush();
    }

    /// <summary>The same into a writer.</summary>
    public static void Write(HtmlWriter html, ReportDocument document, HtmlAssets assets)
    {
        var texts = ReportTexts.In(document.Language);
        var foot = FootOf(document);
        var hasCharts = document.Chapters.Any(chapter => chapter.Blocks.Any(block => block is FigureBlock { Alternative: not null }));
        var scripts = hasCharts ? $"script-src {HashOf(assets.Script)}; " : "";
        html.Write($"<!DOCTYPE html><html lang=\"{texts.Code}\" data-color-scheme=\"auto\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {HashOf(assets.Style)} {HashOf(foot)}; {scripts}font-src data:; img-src data:; base-uri 'none'; form-action 'none'\">");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{document.Title} {document.Subtitle} – {document.Portfolio}</title><style>{Raw(assets.Style)}</style><style>{Raw(foot)}</style></head><body class=\"file\"><main id=\"innhold\" class=\"wide\"><header class=\"cover\"><p class=\"cover-of\">{document.Portfolio}</p><h1 class=\"ds-heading\" data-size=\"lg\">{document.Title}</h1><p class=\"lead\">{document.Subtitle}</p>");
        if (!document.Provenance.IsEmpty)
        {
            html.Write("<ul class=\"provenance\">"u8);
            foreach (var line in document.Provenance) html.Write($"<li>{line}</li>");
            html.Write("</ul>"u8);
        }

        html.Write(document.Contents ? "</header><div class=\"report-body\">"u8 : "</header><div>"u8);
        if (document.Contents) HtmlBlocks.Contents(html, document);
        html.Write("<div>"u8);
        HtmlBlocks.Write(html, document, HtmlLinks.None);
        html.Write("</div></div></main>"u8);
        if (hasCharts) html.Write($"<script>{Raw(assets.Script)}</script>");
        html.Write("</body></html>"u8);
    }

    /// <summary>The foot of each printed sheet: what it is a sheet of.</summary>
    private static string FootOf(ReportDocument document)
    {
        var words = new StringBuilder();
        // As code points, whatever the words hold.
        foreach (var rune in $"{document.Portfolio} – {document.Title} {document.Subtitle}".EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(120)) words.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        return $"@page{{@bottom-left{{content:\"{words}\";font:8.5pt Inter,system-ui,sans-serif;color:#5b6672}}}}";
    }

    private static Markup Raw(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
