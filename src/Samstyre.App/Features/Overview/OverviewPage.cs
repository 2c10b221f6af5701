using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Overview;

/// <summary>A round at a glance: how large, how it goes, what changed, what needs attention.</summary>
internal static class OverviewPage
{
    public static ValueTask<int> Render(Visit visit, HtmlWriter html)
    {
        var texts = visit.Texts;
        var figures = visit.Round.Figures;
        Shell.Begin(html, visit, MenuEntry.Overview, texts["overview.title"]);
        html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["overview.heading", visit.Portfolio.Definition.Name.In(texts.Language), visit.Name(visit.Round.Round)]}</h1>");
        if (figures.Size.Initiatives == 0)
        {
            html.Write($"<p class=\"lead\">{texts["empty.round"]}</p><p>{texts["empty.round.todo"]}</p>");
        }
        else
        {
            html.Write($"<p class=\"lead\">{Sentence(visit, figures)}</p>");
            KeyNumbers(html, visit, figures);
            html.Write($"<section aria-labelledby=\"lights\"><h2 class=\"ds-heading\" data-size=\"md\" id=\"lights\">{texts["overview.lights"]}</h2>");
            LightsOverRounds.Render(html, visit, "overview.status", FacetKind.Status, round => round.Figures.Status);
            LightsOverRounds.Render(html, visit, "overview.risk", FacetKind.Risk, round => round.Figures.Risk);
            html.Write("</section>"u8);
            OverviewChanges.Render(html, visit, figures.Changes);
            OverviewAttention.Render(html, visit, figures.Attention);
            ShareTables.StrategyAreas(html, visit, figures.StrategyAreas);
            ShareTables.Organisations(html, visit, figures.Organisations);
            html.Write($"<p class=\"export\"><a class=\"ds-link\" href=\"{visit.Root}/eksport.csv\">{texts["export.csv"]}</a> <a class=\"ds-link\" href=\"{visit.Root}/eksport.json\">{texts["export.json"]}</a></p>");
        }

        Shell.End(html, texts);
        return new(StatusCodes.Status200OK);
    }

    /// <summary>The sentence that a person could read aloud.</summary>
    private static string Sentence(Visit visit, RoundFigures figures)
    {
        var texts = visit.Texts;
        var size = figures.Size;
        var sentence = texts["overview.sentence", texts.Count("initiatives", size.Initiatives), texts.Count("organisations", size.Organisations), visit.Round.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture), MoneyText(size.Budget.Sum, texts)];
        if (size.Budget.Sum is null) sentence = texts["overview.sentence.noBudget", texts.Count("initiatives", size.Initiatives), texts.Count("organisations", size.Organisations)];
        if (visit.Round.Before is { } before)
        {
            var more = size.Initiatives - before.Figures.Size.Initiatives;
            sentence += " " + (more == 0 ? texts["overview.same", visit.Name(before.Round)] : texts[more > 0 ? "overview.more" : "overview.fewer", texts.Number(Math.Abs(more)), visit.Name(before.Round)]);
        }

        var most = Parts.AllLights.Where(light => light is not null).MaxBy(light => figures.Status.Count(light));
        return sentence + " " + texts["overview.most", texts.Number(figures.Status.Count(most)), texts.Number(size.Initiatives), texts.Percent(figures.Status.Share(most)), Shapes.Word(most, texts)];
    }

    private static void KeyNumbers(HtmlWriter html, Visit visit, RoundFigures figures)
    {
        var (texts, size, before) = (visit.Texts, figures.Size, visit.Round.Before?.Figures.Size);
        html.Write("<dl class=\"key-numbers\">"u8);
        html.Write($"<div><dt>{texts["key.initiatives"]}</dt><dd><a class=\"big ds-link\" href=\"{visit.Root}/tiltak\">{texts.Number(size.Initiatives)}</a>");
        Since(html, visit, before is null ? null : size.Initiatives - before.Initiatives, moved => moved);
        html.Write($"</dd></div><div><dt>{texts["key.budget", visit.Round.Round.BudgetYear.ToString(System.Globalization.CultureInfo.InvariantCulture)]}</dt><dd><span class=\"big\">{MoneyText(size.Budget.Sum, texts)}</span>");
        var sameYear = visit.Round.Before?.Round.BudgetYear == visit.Round.Round.BudgetYear;
        Since(html, visit, sameYear && size.Budget.Sum is { } now && before?.Budget.Sum is { } was ? (now - was).Mnok : null, moved => texts["money.million", moved].Replace(' ', '\u00a0'));
        html.Write($"<span class=\"note\">{texts["key.budget.missing", texts.Count("initiatives", size.Budget.NotReported)]}</span>");
        html.Write($"</dd></div><div><dt>{texts["key.reported"]}</dt><dd><a class=\"big ds-link\" href=\"{visit.Root}/runder\">{texts.Percent((decimal)size.Reported / size.Initiatives)}</a><span class=\"note\">{texts["key.reported.of", texts.Number(size.Reported), texts.Number(size.Initiatives), texts.Number(size.CarriedOver)]}</span></dd></div></dl>");
    }

    private static void Since(HtmlWriter html, Visit visit, decimal? change, Func<string, string> words)
    {
        if (visit.Round.Before is not { } before || change is not { } moved) return;
        var texts = visit.Texts;
        var rounded = decimal.Round(moved, 0, MidpointRounding.AwayFromZero);
        html.Write($"<span class=\"note\">{texts["key.since", rounded == 0 ? texts["key.unchanged"] : words((rounded > 0 ? "+" : "") + texts.Number(rounded)), visit.Name(before.Round)]}</span>");
    }

    private static string MoneyText(Money? money, TextSet texts) =>
        money is { } stated ? Parts.Million(stated, texts, 0) : texts["notStated"];
}
