using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Balance;

/// <summary>Pictures of the portfolio to discuss: takes one, lists them, and compares two of them or one with now.</summary>
internal static class SnapshotsPage
{
    public const string Address = "/balanse/bilder";

    /// <summary>What an address calls the portfolio as it stands.</summary>
    private const string Now = "na";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var source = routes.ServiceProvider.GetRequiredService<PortfolioSource>();
        var views = routes.ServiceProvider.GetRequiredService<AudienceView>();
        routes.MapDesk(Address, Right.WeighPortfolio, desk => Show(desk, source, views, null, ""));
        routes.MapDeed(Address, Right.SteerPortfolio, desk => Take(desk, source, views));
    }

    private static async Task Take(DeskVisit desk, PortfolioSource source, AudienceView views)
    {
        var name = desk.Posted("navn");
        var taken = await DiscussionSnapshots.Take(desk.Db, desk.PortfolioId, name, desk.Actor.Code, desk.Time, desk.Cancellation);
        if (taken.Succeeded) desk.GoTo(Address + "?lagret=ja");
        else await Show(desk, source, views, taken.Problems[0], name);
    }

    private static async Task Show(DeskVisit desk, PortfolioSource source, AudienceView views, Problem? problem, string name)
    {
        var all = await DiscussionSnapshots.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, all.Select(one => one.TakenBy), desk.Cancellation);
        var choice = SnapshotChoice.Of(desk.Http.Request.Query);
        var (first, second) = choice.IsAsked && choice.From != choice.To ? (await Moment(choice.From), await Moment(choice.To)) : (null, null);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Balance, texts["pictures.title"], (BalancePage.Address, texts["balance.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["pictures.title"]}</h1><p class=\"lead\">{texts["pictures.lead"]}</p>");
                if (problem is null && desk.Http.Request.Query["lagret"] == "ja") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["pictures.saved"]}</p></div>");
                if (problem is not null) Fields.Summary(html, texts, [(problem.Field ?? "", Fields.SentenceOf(problem, texts))]);
                if (all.Count == 0) html.Write($"<p>{texts["pictures.empty"]}</p>");
                else List(html, desk, all, names);
                if (desk.May(Right.SteerPortfolio)) Form(html, desk, problem, name);
                if (all.Count > 0) Compare(html, desk, all, choice);
                if (choice.IsAsked) Answer(html, desk, choice, first, second, NameOf(desk, all, choice.From), NameOf(desk, all, choice.To));
                Shell.End(html, texts);
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        async Task<PortfolioMoment?> Moment(string key)
        {
            if (key == Now) return PortfolioMoment.Of(desk.Portfolio.History, LocalTime.Today(desk.Now, desk.Definition));
            if (all.FirstOrDefault(one => KeyOf(one) == key) is not { } taken || await source.Load(desk.Definition.Code, taken.TakenAt, desk.Cancellation) is not { } then) return null;
            return PortfolioMoment.Of(await views.Of(then, desk.Portfolio.Audience), LocalTime.Today(taken.TakenAt, desk.Definition));
        }
    }

    private static void List(HtmlWriter html, DeskVisit desk, IReadOnlyList<DiscussionSnapshot> all, ActorNames names)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["pictures.caption"]);
        Parts.Headings(html, (texts["pictures.name"], false), (texts["pictures.takenAt"], false), (texts["pictures.takenBy"], false), (texts["pictures.compare"], false));
        foreach (var one in all)
            html.Write($"<tr><th scope=\"row\">{one.Name}</th><td>{LocalTime.Text(one.TakenAt, desk.Definition)}</td><td>{names.Of(one.TakenBy, texts)}</td><td><a class=\"ds-link\" href=\"{desk.Root}{Address}?fra={KeyOf(one)}&amp;til={Now}#svar\" aria-label=\"{texts["pictures.withNow.label", one.Name]}\">{texts["pictures.withNow"]}</a></td></tr>");
        Parts.EndTable(html);
    }

    private static void Form(HtmlWriter html, DeskVisit desk, Problem? problem, string name)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\">{texts["pictures.take"]}</h2><form method=\"post\" class=\"ask\" action=\"{desk.Root}{Address}\">");
        FormToken.Write(html, desk.Http);
        Fields.Input(html, new("navn", texts["pictures.name"], name) { Help = texts["pictures.name.help"], Error = problem is null ? null : Fields.SentenceOf(problem, texts) });
        Fields.Submit(html, texts["pictures.take.button"]);
        html.Write("</form>"u8);
    }

    private static void Compare(HtmlWriter html, DeskVisit desk, IReadOnlyList<DiscussionSnapshot> all, SnapshotChoice choice)
    {
        var texts = desk.Texts;
        var moments = all.Select(one => (KeyOf(one), texts["pictures.choice", one.Name, LocalTime.Text(one.TakenAt, desk.Definition)])).ToList();
        html.Write($"<h2 class=\"ds-heading\" data-size=\"md\" id=\"svar\">{texts["pictures.compareTwo"]}</h2><form class=\"choose\" action=\"{desk.Root}{Address}#svar\">");
        Fields.Select(html, new("fra", texts["pictures.from"], choice.From), moments);
        Fields.Select(html, new("til", texts["pictures.to"], choice.To), moments.Prepend((Now, texts["pictures.now"])));
        Fields.Select(html, new("rader", texts["balance.rows"], BalanceAddress.ValueOf(choice.Rows)), BalanceAddress.Choices(texts));
        Fields.Select(html, new("kolonner", texts["balance.columns"], BalanceAddress.ValueOf(choice.Columns)), BalanceAddress.Choices(texts));
        Fields.Submit(html, texts["pictures.compare"]);
        html.Write("</form>"u8);
    }

    private static void Answer(HtmlWriter html, DeskVisit desk, SnapshotChoice choice, PortfolioMoment? first, PortfolioMoment? second, string was, string now)
    {
        var texts = desk.Texts;
        if (choice.From == choice.To) html.Write($"<p role=\"status\">{texts["pictures.same"]}</p>");
        else if (choice.Rows == choice.Columns) html.Write($"<p role=\"status\">{texts["balance.sameAxes"]}</p>");
        else if (first is null || second is null) html.Write($"<p role=\"status\">{texts["pictures.gone"]}</p>");
        else SnapshotComparison.Write(html, desk, choice, (first, was), (second, now));
    }

    private static string NameOf(DeskVisit desk, IReadOnlyList<DiscussionSnapshot> all, string key) => key == Now ? desk.Texts["pictures.now"] : all.FirstOrDefault(one => KeyOf(one) == key)?.Name ?? "";

    private static string KeyOf(DiscussionSnapshot snapshot) => snapshot.Id.ToString("N");
}

/// <summary>What an address asks to be compared.</summary>
/// <param name="From">The first picture.</param>
/// <param name="To">The second, or now.</param>
/// <param name="Rows">What the rows are.</param>
/// <param name="Columns">What the columns are.</param>
internal sealed record SnapshotChoice(string From, string To, BalanceAxis Rows, BalanceAxis Columns)
{
    /// <summary>Whether two were chosen.</summary>
    public bool IsAsked => From.Length > 0 && To.Length > 0;

    public static SnapshotChoice Of(IQueryCollection query)
    {
        var rows = BalanceAddress.Read(query["rader"].ToString(), BalanceAxis.Area);
        return new(query["fra"].ToString(), query["til"].ToString(), rows, BalanceAddress.Read(query["kolonner"].ToString(), rows == BalanceAxis.Segment ? BalanceAxis.Area : BalanceAxis.Segment));
    }
}
