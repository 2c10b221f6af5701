using System.Collections.Immutable;
using System.Globalization;
using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Initiatives;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Balance;

/// <summary>What is in the portfolio next year: what ends, what goes on, who wants in, and the planned budgets of both years.</summary>
internal static class NextYearPage
{
    public const string Address = "/neste-ar";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var contents = routes.ServiceProvider.GetRequiredService<RoundContents>();
        routes.MapDesk(Address, Right.WeighPortfolio, desk => Show(desk, contents));
    }

    private static async Task Show(DeskVisit desk, RoundContents contents)
    {
        var texts = desk.Texts;
        var content = desk.Portfolio.Latest is { } round ? await Content(desk, contents, round) : null;
        var title = content is null ? texts["nextYear.link"] : texts["nextYear.title", Year(content.Snapshot.Round, 1)];
        await desk.Send(html =>
        {
            Shell.BeginDesk(html, desk, DeskEntry.Balance, title, (BalancePage.Address, texts["balance.title"]));
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1>");
            if (content is null)
            {
                html.Write($"<p class=\"lead\">{texts["balance.empty"]}</p>");
                Shell.End(html, texts);
                return;
            }

            var portfolio = NextYearPortfolio.Of(content);
            var budgets = NextYearBudgets.Of(content);
            html.Write($"<p class=\"lead\">{Lead(texts, content, portfolio)}</p><p>{Budgets(texts, content, budgets)}</p>");
            HtmlBlocks.Write(html, Document(desk, content, portfolio, budgets, title), new(standing => $"/{texts.Code}/{desk.Definition.Code}/{content.Snapshot.Round.Code}/tiltak/{InitiativeLink.KeyOf(standing.Initiative)}"));
            Shell.End(html, texts, Assets.ChartScript);
        });
    }

    private static async Task<RoundContent> Content(DeskVisit desk, RoundContents contents, RoundIndex round)
    {
        var history = desk.Portfolio.History;
        var mask = ReportMask.OfFigures(desk.Definition.Reporting, desk.Portfolio.Audience, history.PublicationOf(round.Round) is not null);
        var content = await contents.Load(history, round.Snapshot, null, mask, desk.Cancellation);
        // Whoever weighs the portfolio sees who wants in, also after the round; an audience's own view leaves candidates out.
        var today = LocalTime.Today(desk.Now, desk.Definition);
        var all = await LifeStore.Initiatives(desk.Db, desk.Definition.Code, desk.Cancellation);
        return content with { Candidates = [.. all.Where(initiative => initiative.StageOn(today)?.Stage == LifeStage.Candidate)] };
    }

    private static string Lead(TextSet texts, RoundContent content, Figure portfolio)
    {
        var round = content.Snapshot.Round;
        return texts["nextYear.lead", texts.Count("initiatives", content.Snapshot.Standings.Length), Many("ending"), Year(round, 0), Many("continuing"), Year(round, 1), Many("NotStated"), Many("candidates")];

        string Many(string category) => texts.Number(portfolio.Cell(category, "initiatives")!.Value ?? 0m);
    }

    private static string Budgets(TextSet texts, RoundContent content, Figure budgets)
    {
        var (now, next) = (Sum("budget"), Sum("budget-next"));
        return texts["nextYear.budgets", now, Year(content.Snapshot.Round, 0), next, Year(content.Snapshot.Round, 1), texts.Number(budgets.NotReported), texts.Number(budgets.Population)];

        string Sum(string series)
        {
            var column = budgets.ColumnOf(series);
            var stated = Enumerable.Range(0, budgets.Categories.Length).Select(row => budgets.Cell(row, column)).Where(cell => !cell.Behind.IsEmpty).ToList();
            return stated.Count > 0 && stated.TrueForAll(cell => cell.Value is not null) ? BalanceMoney.Text(new(stated.Sum(cell => cell.Value!.Value)), texts) : texts["notStated"];
        }
    }

    private static ReportDocument Document(DeskVisit desk, RoundContent content, Figure portfolio, Figure budgets, string title)
    {
        var (texts, words) = (desk.Texts, ReportTexts.In(desk.Texts.Language));
        ImmutableArray<Chapter> chapters =
        [
            new("portefolje", texts["nextYear.portfolio"], [FigureTables.Of(portfolio, words)]),
            new("omrader", texts["nextYear.areas"], [FigureTables.Of(budgets, words)]),
            new("virksomheter", texts["nextYear.organisations"], [FigureTables.Of(NextYearByOrganisation.Of(content), words)]),
            new("kandidater", texts["nextYear.candidates"], [FigureTables.Of(NextYearCandidates.Of(content), words)]),
            new("slutter", texts["nextYear.ending"], [FigureTables.Of(NextYearEndings.Of(content), words)]),
            new("fortsetter", texts["nextYear.continuing"], [FigureTables.Of(NextYearContinuing.Of(content), words)]),
        ];
        return new(title, content.Snapshot.Round.Month.ToText(texts.Language), texts.Language, desk.Definition.Name.In(texts.Language), [], chapters, Contents: false);
    }

    private static string Year(Round round, int later) => (round.BudgetYear + later).ToString(CultureInfo.InvariantCulture);
}
