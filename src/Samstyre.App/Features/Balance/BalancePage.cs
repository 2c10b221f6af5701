using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Balance;

/// <summary>What the portfolio leans towards in a round: sentences, and a table by any two axes.</summary>
internal static class BalancePage
{
    public const string Address = "/balanse";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk(Address, Right.WeighPortfolio, Show);

    private static async Task Show(DeskVisit desk)
    {
        var query = desk.Http.Request.Query;
        var round = desk.Portfolio.Round(query["runde"].ToString()) ?? desk.Portfolio.Latest;
        var rows = BalanceAddress.Read(query["rader"].ToString(), BalanceAxis.Area);
        var columns = BalanceAddress.Read(query["kolonner"].ToString(), rows == BalanceAxis.Segment ? BalanceAxis.Area : BalanceAxis.Segment);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Balance, texts["balance.title"]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["balance.title"]}</h1>");
            if (round is null) html.Write($"<p class=\"lead\">{texts["balance.empty"]}</p>");
            else html.Write($"<p class=\"lead\">{Lead(texts, round)}</p>");
            Links(html, desk);
            if (round is not null) Content(html, desk, round, rows, columns);
            Shell.End(html, texts);
        });
    }

    private static string Lead(TextSet texts, RoundIndex round)
    {
        var size = PortfolioSize.Of(round.Snapshot);
        var (name, year) = (round.Round.Month.ToText(texts.Language), round.Round.BudgetYear.ToString(CultureInfo.InvariantCulture));
        return size.Budget.Sum is { } sum
            ? texts["balance.lead", name, texts.Count("initiatives", size.Initiatives), BalanceMoney.Text(sum, texts), year]
            : texts["balance.lead.noMoney", name, texts.Count("initiatives", size.Initiatives)];
    }

    private static void Links(HtmlWriter html, DeskVisit desk)
    {
        var texts = desk.Texts;
        html.Write($"<p class=\"row wide-gap\"><a class=\"ds-link\" href=\"{desk.Root}{NextYearPage.Address}\">{texts["nextYear.link"]}</a><a class=\"ds-link\" href=\"{desk.Root}{SnapshotsPage.Address}\">{texts["pictures.title"]}</a><a class=\"ds-link\" href=\"{desk.Root}{Calendar.WheelPage.Address}\">{texts["govern.title"]}</a></p>");
    }

    private static void Content(HtmlWriter html, DeskVisit desk, RoundIndex round, BalanceAxis rows, BalanceAxis columns)
    {
        var texts = desk.Texts;
        var sentences = BalanceSentences.Of(round.Snapshot, round.Round.CollectedOn);
        if (!sentences.IsEmpty)
        {
            html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["balance.leans"]}</h2><ul class=\"ds-list\">");
            foreach (var sentence in sentences) html.Write($"<li>{sentence.In(texts.Language)}</li>");
            html.Write("</ul>"u8);
        }

        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"tabell\">{texts["balance.table"]}</h2><form class=\"choose\" action=\"{desk.Root}{Address}#tabell\">");
        Fields.Select(html, new("runde", texts["round"], round.Round.Code), desk.Portfolio.Rounds.Reverse().Select(one => (one.Round.Code, one.Round.Month.ToText(texts.Language))));
        Fields.Select(html, new("rader", texts["balance.rows"], BalanceAddress.ValueOf(rows)), BalanceAddress.Choices(texts));
        Fields.Select(html, new("kolonner", texts["balance.columns"], BalanceAddress.ValueOf(columns)), BalanceAddress.Choices(texts));
        Fields.Submit(html, texts["balance.show"]);
        html.Write("</form>"u8);
        if (rows == columns)
        {
            html.Write($"<p role=\"status\">{texts["balance.sameAxes"]}</p>");
            return;
        }

        var table = BalanceTable.Of(round.Snapshot, round.Round.CollectedOn, rows, columns);
        BalanceTables.Cross(html, desk, round, table);
        BalanceTables.Parts(html, desk, round, rows, table.Rows);
        BalanceTables.Parts(html, desk, round, columns, table.Columns);
    }
}
