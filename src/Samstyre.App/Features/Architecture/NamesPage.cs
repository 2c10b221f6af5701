using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>All words that somebody has taught, with what they name.</summary>
internal static class NamesPage
{
    public const string Address = NeedWords.Address + "/navn";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.FollowDependencies, desk => Show(desk, []));
        routes.MapDeed(Address + "/fjern", Right.FollowDependencies, Forget);
    }

    private static async Task Forget(DeskVisit desk)
    {
        var forgotten = await KnownNames.Teach(desk.Db, desk.Definition.Code, desk.Posted("ord"), [], desk.Actor.Code, desk.Now, desk.Cancellation);
        if (forgotten.Succeeded) desk.GoTo(Address + "?lagret=tilbake");
        else await Show(desk, forgotten.Problems);
    }

    private static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems)
    {
        var taught = await KnownNames.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, taught.Select(one => one.TaughtBy), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Dependencies, texts["needdesk.names.title"], (NeedWords.Address, texts["needdesk.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["needdesk.names.title"]}</h1><p class=\"lead\">{texts["needdesk.names.lead"]}</p>");
                NeedWords.Done(html, desk);
                Fields.Summary(html, texts, [.. problems.Select(problem => ("", Fields.SentenceOf(problem, texts)))]);
                if (taught.Count == 0) html.Write($"<p>{texts["needdesk.names.empty"]}</p>");
                else Table(html, desk, taught, names);
                Shell.End(html, texts);
            },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static void Table(HtmlWriter html, DeskVisit desk, IReadOnlyList<TaughtName> taught, ActorNames names)
    {
        var texts = desk.Texts;
        Parts.BeginTable(html, texts["needdesk.names.caption"], captionShown: false);
        Parts.Headings(html, (texts["needdesk.words"], false), (texts["needdesk.names.what"], false), (texts["audit.who"], false), (texts["audit.when"], false), (texts["needdesk.forget"], false));
        foreach (var words in taught.GroupBy(one => one.Name.Words, StringComparer.Ordinal))
        {
            var first = words.First();
            html.Write($"<tr><th scope=\"row\" class=\"prose\">{words.Key}</th><td class=\"prose\">{Meaning(desk, words)}</td><td>{names.Of(first.TaughtBy, texts)}</td><td>{RoundWords.Moment(first.TaughtAt, desk.Definition)}</td><td><form method=\"post\" class=\"inline\" action=\"{desk.Root}{Address}/fjern\">");
            FormToken.Write(html, desk.Http);
            html.Write($"<input type=\"hidden\" name=\"ord\" value=\"{words.Key}\"><button class=\"ds-button\" data-variant=\"tertiary\" data-size=\"sm\" type=\"submit\" aria-label=\"{texts["needdesk.forget.label", words.Key]}\">{texts["needdesk.forget"]}</button></form></td></tr>");
        }

        Parts.EndTable(html);
    }

    /// <summary>What words were taught to name, in one line.</summary>
    public static string Meaning(DeskVisit desk, IEnumerable<TaughtName> taught) => string.Join(", ", taught.Select(one =>
        one.Name.Target is not { } target ? desk.Texts["needdesk.names.nobody"] : NeedWords.WithKind(desk, target, NeedWords.NameOf(desk, target) ?? desk.Texts["needdesk.names.gone"])));
}
