using Samstyre.App.Features.Initiatives;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Rounds;

/// <summary>All rounds, and who reported in the one that the address names.</summary>
internal static class RoundsPage
{
    private const int Shown = 200;

    public static ValueTask<int> Render(Visit visit, HtmlWriter html)
    {
        var texts = visit.Texts;
        Shell.Begin(html, visit, MenuEntry.Rounds, texts["rounds.title"]);
        var size = visit.Round.Figures.Size;
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["rounds.title"]}</h1><p class=\"lead\">{texts["rounds.sentence", visit.Name(visit.Round.Round), texts.Number(size.Reported), texts.Number(size.Initiatives)]}</p>");
        All(html, visit);
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["rounds.who", visit.Name(visit.Round.Round)]}</h2>");
        ByOrganisation(html, visit);
        CarriedOver(html, visit);
        Shell.End(html, texts);
        return new(StatusCodes.Status200OK);
    }

    private static void All(HtmlWriter html, Visit visit)
    {
        var texts = visit.Texts;
        Parts.BeginTable(html, texts["rounds.caption"]);
        Parts.Headings(html, (texts["round"], false), (texts["rounds.collectedOn"], false), (texts["column.initiatives"], true), (texts["rounds.reported"], true), (texts["rounds.carriedOver"], true), (texts["rounds.download"], false));
        for (var place = visit.Portfolio.Rounds.Length - 1; place >= 0; place--)
        {
            var round = visit.Portfolio.Rounds[place];
            var size = round.Figures.Size;
            var root = visit.RootOf(round);
            html.Write($"<tr><th scope=\"row\"><a class=\"ds-link\" href=\"{root}\">{visit.Name(round.Round)}</a></th><td>{PartialDate.OfDay(round.Round.CollectedOn.Year, round.Round.CollectedOn.Month, round.Round.CollectedOn.Day).ToText(texts.Language)}</td><td class=\"num\"><a class=\"ds-link\" href=\"{root}/tiltak\">{texts.Number(size.Initiatives)}</a></td><td class=\"num\">{texts.Number(size.Reported)}</td><td class=\"num\">{texts.Number(size.CarriedOver)}</td><td><a class=\"ds-link\" href=\"{root}/eksport.csv\" aria-label=\"{texts["rounds.csv", visit.Name(round.Round)]}\">CSV</a> <a class=\"ds-link\" href=\"{root}/eksport.json\" aria-label=\"{texts["rounds.json", visit.Name(round.Round)]}\">JSON</a></td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void ByOrganisation(HtmlWriter html, Visit visit)
    {
        var texts = visit.Texts;
        var standings = visit.Round.Snapshot.Standings;
        if (standings.IsEmpty)
        {
            html.Write($"<p>{texts["empty.round"]} {texts["empty.round.todo"]}</p>");
            return;
        }

        Parts.BeginTable(html, texts["rounds.who.caption", visit.Name(visit.Round.Round)]);
        Parts.Headings(html, (texts["column.organisation"], false), (texts["column.initiatives"], true), (texts["rounds.reported"], true), (texts["rounds.carriedOver"], true));
        var reported = standings.Where(standing => !standing.CarriedOver).CountBy(standing => standing.Facts.Organisation ?? "").ToDictionary(StringComparer.Ordinal);
        foreach (var share in visit.Round.Figures.Organisations.OrderByDescending(share => share.Initiatives).ThenBy(share => share.Code, StringComparer.Ordinal))
        {
            var own = reported.GetValueOrDefault(share.Code ?? "");
            html.Write("<tr><th scope=\"row\">"u8);
            if (share.Code is null) html.Write($"{texts["organisation.none"]}");
            else html.Write($"<a class=\"ds-link\" href=\"{visit.Root}/virksomheter/{share.Code}\">{visit.Portfolio.Definition.OrganisationByCode(share.Code)?.Name ?? share.Code}</a>");
            html.Write($"</th><td class=\"num\">{texts.Number(share.Initiatives)}</td><td class=\"num\">{texts.Number(own)}</td><td class=\"num\">{texts.Number(share.Initiatives - own)}</td></tr>");
        }

        Parts.EndTable(html);
    }

    private static void CarriedOver(HtmlWriter html, Visit visit)
    {
        var texts = visit.Texts;
        var missing = visit.Round.Figures.Attention.NotReported;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["rounds.missing"]}</h2>");
        if (missing.IsEmpty)
        {
            html.Write($"<p>{texts["attention.notReported.none"]}</p>");
            return;
        }

        html.Write($"<p>{texts["rounds.missing.what", texts.Count("initiatives", missing.Length)]}</p><ul class=\"long\">");
        foreach (var standing in missing.AsSpan(0, Math.Min(missing.Length, Shown)))
        {
            html.Write("<li>"u8);
            InitiativeLink.Write(html, visit.Root, standing);
            html.Write($" <span class=\"quiet\">{texts["attention.lastReported", visit.Name(standing.ReportedIn)]}</span></li>");
        }

        html.Write("</ul>"u8);
        if (missing.Length > Shown) html.Write($"<p class=\"quiet\">{texts["list.more", texts.Number(missing.Length - Shown)]}</p>");
    }
}
