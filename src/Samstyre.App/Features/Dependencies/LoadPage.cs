using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What is expected of those who do not report, and when: where too many initiatives meet.</summary>
internal static class LoadPage
{
    public const string Address = "/avhengigheter/belastning";

    private const int MostThreshold = 99;
    private const int MostSentences = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var shelf = routes.ServiceProvider.GetRequiredService<ReportShelf>();
        routes.MapPage(Address, (visit, html) => Render(visit, html, shelf));
    }

    private static async ValueTask<int> Render(Visit visit, HtmlWriter html, ReportShelf shelf)
    {
        var texts = visit.Texts;
        var register = (await shelf.Figures(visit.Round, visit.Http.RequestAborted)).Register;
        var asked = visit.Http.Request.Query["grense"].ToString();
        var isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var threshold) && threshold is >= 1 and <= MostThreshold;
        if (!isNumber) threshold = LoadOnOthers.DefaultThreshold;
        var load = register is null ? null : LoadOnOthers.Of(register, threshold);
        Shell.Begin(html, visit, MenuEntry.Dependencies, texts["load.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["load.title"]}</h1>");
        DependencyNav.Write(html, visit, Address);
        if (load is null or { Rows.IsEmpty: true })
        {
            html.Write($"<p class=\"lead\">{texts["load.empty"]}</p>");
        }
        else
        {
            html.Write($"<p class=\"lead\">{Lead(load, texts)}</p>");
            html.Write($"<form class=\"choose\" action=\"{visit.Root}{Address}\">");
            Fields.Input(html, new("grense", texts["load.threshold"], isNumber || asked.Length == 0 ? threshold.ToString(CultureInfo.InvariantCulture) : asked)
            {
                Width = "short",
                Attributes = Markup.Of(one => one.Write(" inputmode=\"numeric\" maxlength=\"2\""u8)),
                Error = isNumber || asked.Length == 0 ? null : texts["load.threshold.wrong", LoadOnOthers.DefaultThreshold],
            });
            Fields.Submit(html, texts["balance.show"], "secondary");
            html.Write("</form>"u8);
            Full(html, visit, load);
            LoadTable.Write(html, visit, load);
            Behind(html, visit, load);
        }

        Shell.End(html, texts);
        return StatusCodes.Status200OK;
    }

    private static string Lead(LoadOnOthers load, TextSet texts)
    {
        var busiest = load.Rows.SelectMany(row => row.Cells.Select(cell => (Row: row, Cell: cell))).Where(one => one.Cell.Column.Time == LoadTime.Quarter).OrderByDescending(one => one.Cell.Initiatives).ThenByDescending(one => one.Cell.Critical).FirstOrDefault();
        return busiest.Cell is null ? texts["load.lead.undated"] : texts["load.lead", Sentence(busiest.Row, busiest.Cell, texts)];
    }

    private static string Sentence(LoadRow row, LoadCell cell, TextSet texts) =>
        texts["load.sentence", LoadTable.Name(row, texts), texts.Count("initiatives", cell.Initiatives), LoadTable.In(cell.Column, texts), cell.Critical == 0 ? texts["foundation.nobody"] : texts.Number(cell.Critical)];

    private static void Full(HtmlWriter html, Visit visit, LoadOnOthers load)
    {
        var texts = visit.Texts;
        var full = load.TooFull.ToList();
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["load.full"]}</h2>");
        if (full.Count == 0)
        {
            html.Write($"<p>{texts["load.full.none", texts.Number(load.Threshold)]}</p>");
            return;
        }

        html.Write("<ul class=\"ds-list\">"u8);
        foreach (var (row, cell) in full.Take(MostSentences)) html.Write($"<li><a class=\"ds-link\" href=\"{LoadTable.Href(visit, load, row, cell)}\">{Sentence(row, cell, texts)}</a></li>");
        html.Write("</ul>"u8);
        if (full.Count > MostSentences) html.Write($"<p class=\"note\">{texts["load.full.more", texts.Number(full.Count - MostSentences)]}</p>");
    }

    private static void Behind(HtmlWriter html, Visit visit, LoadOnOthers load)
    {
        var query = visit.Http.Request.Query;
        var (key, when) = (query["rad"].ToString(), query["kvartal"].ToString());
        if (load.Rows.FirstOrDefault(row => row.Key == key) is not { } chosen || chosen.Cells.FirstOrDefault(cell => cell.Column.Key == when) is not { Initiatives: > 0 } cell) return;
        var texts = visit.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"bak\" tabindex=\"-1\">{texts["load.behind"]}</h2><p>{Sentence(chosen, cell, texts)}</p>");
        NeedTable.Write(html, visit, Sentence(chosen, cell, texts), cell.Needs, captionShown: false);
    }
}
