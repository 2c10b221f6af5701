using System.Globalization;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Initiatives;

/// <summary>The form as it was read, line by line, with what the reader was not sure of beside the words in question.</summary>
internal static class SourcePage
{
    /// <summary>What is shown after the last line that gave a value: a form's end is seldom marked.</summary>
    private const int LinesAfter = 12;
    private const int MostLines = 3_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.ServiceProvider.GetRequiredService<ReportCache>();
        var source = routes.ServiceProvider.GetRequiredService<PortfolioSource>();
        routes.MapPage("/tiltak/{initiative}/kilde/tekst", (visit, html) => Render(visit, html, reports, source));
    }

    /// <summary>The address of a line on the page.</summary>
    public static string Address(Visit visit, Initiative initiative, int? line) =>
        $"{visit.Root}/tiltak/{InitiativeLink.KeyOf(initiative)}/kilde/tekst{(line is { } at ? string.Create(CultureInfo.InvariantCulture, $"#l{at}") : "")}";

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportCache reports, PortfolioSource source)
    {
        var (http, portfolio) = (visit.Http, visit.Portfolio.History.PortfolioId);
        // The same door as for the original itself.
        if (!visit.Round.Mask.IsNone
            || visit.Round.Standing(visit.Part("initiative")) is not { } standing
            || await reports.Read(portfolio, standing.ReportId, null, visit.Round.Mask, http.RequestAborted) is not { First: { FileId: { } fileId } stored }
            || await source.File(portfolio, fileId, http.RequestAborted) is not { } file) return StatusCodes.Status404NotFound;

        var (texts, name, report) = (visit.Texts, stored.FileName!, ReportJson.FromUtf8(stored.Json.Span));
        var title = texts["source.read", standing.Facts.Name];
        Shell.Begin(html, visit, MenuEntry.Initiatives, title, ("/tiltak", texts["list.title"]), ("/tiltak/" + InitiativeLink.KeyOf(standing.Initiative), standing.Facts.Name));
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1><p class=\"lead\">{texts["source.readLead", name]}</p>");
        var lines = SourceText.Of(name, file.Bytes.ToArray()).From(stored.Line ?? 1, LastOf(report) + LinesAfter, MostLines);
        if (lines.Count == 0) html.Write($"<p>{texts["source.readNone"]}</p>");
        Lines(html, texts, name, lines, report.Findings);
        html.Write($"<p><a class=\"ds-link\" href=\"{visit.Root}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}\">{texts["source.back"]}</a></p>");
        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static int LastOf(Report report) => report.Provenance.Values.Concat(report.Findings.Select(finding => finding.Line ?? 0)).DefaultIfEmpty().Max();

    private static void Lines(HtmlWriter html, TextSet texts, string file, IReadOnlyList<SourceLine> lines, IReadOnlyList<Finding> findings)
    {
        var open = findings.Where(finding => finding.Line is not null).ToLookup(finding => (finding.Line!.Value, finding.Sheet));
        var part = (string?)null;
        foreach (var line in lines)
        {
            var here = PlaceText.PartOf(texts, line.Place);
            if (here != part)
            {
                if (part is not null) html.Write("</ol>"u8);
                if (here.Length > 0) html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{here}</h2>");
                html.Write("<ol class=\"source\">"u8);
                part = here;
            }

            var asked = open[(line.Number, line.Place.Sheet)].ToList();
            html.Write($"<li value=\"{line.Number}\" id=\"l{line.Number}\">");
            if (asked.Count == 0) html.Write($"{line.Text}");
            else html.Write($"<mark>{line.Text}</mark>");
            foreach (var finding in asked) html.Write($"<p class=\"asked\"><span class=\"ds-sr-only\">{PlaceText.Of(texts, file, line.Place)}: </span>{(ReportFields.At(finding.Field) is { } field ? texts[field.Label] + ": " : "")}{FindingText.Of(texts, finding)}</p>");
            html.Write("</li>"u8);
        }

        if (part is not null) html.Write("</ol>"u8);
    }
}
