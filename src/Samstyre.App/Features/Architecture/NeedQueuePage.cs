using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>What waits for those who follow dependencies in a round: words to decide on, contradictions, and what has been answered.</summary>
internal static class NeedQueuePage
{
    public const int Shown = 50;

    private static readonly (NeedPart Part, string Code)[] Sections = [(NeedPart.Words, "ord"), (NeedPart.Contradictions, "motsigelser"), (NeedPart.Answers, "svar")];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDesk(NeedWords.Address, Right.FollowDependencies, Show);

    private static async Task Show(DeskVisit desk)
    {
        var book = await desk.Http.RequestServices.GetRequiredService<NeedShelf>().Of(desk);
        if (book is null && desk.Http.Request.Query["runde"].Count > 0)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var questions = book is null ? [] : await NeedStore.Questions(desk.Db, desk.PortfolioId, null, null, desk.Cancellation);
        var queue = book is null ? null : NeedQueue.Of(book, questions, NeedFilter.Read(desk));
        var names = await ActorNames.Of(desk.Db, queue?.Answers.Select(answer => answer.By) ?? [], desk.Cancellation);
        await desk.Send(html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Dependencies, texts["needdesk.title"]);
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["needdesk.title"]}</h1>");
            if (book is null || queue is null) html.Write($"<p class=\"lead\">{texts["needdesk.noRound"]}</p>");
            else Queue(html, desk, book, queue, names);
            Shell.End(html, texts);
        });
    }

    private static void Queue(HtmlWriter html, DeskVisit desk, NeedBook book, NeedQueue queue, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<p class=\"lead\">{texts["needdesk.lead", book.Round.Round.Month.ToText(texts.Language), texts.Number(queue.Words.Count), texts.Number(queue.Contradictions.Count), texts.Number(queue.Answers.Count)]}</p>");
        html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}{NamesPage.Address}\">{texts["needdesk.names.title"]}</a></p>");
        var filter = NeedFilter.Read(desk);
        filter.Write(html, desk, book);
        var query = desk.Http.Request.Query;
        var chosen = query["del"].ToString();
        var asked = int.TryParse(query["side"], out var number) && number > 0 ? number : 1;
        foreach (var (part, code) in Sections)
        {
            if (Sections.Any(other => other.Code == chosen) && chosen != code) continue;
            var alone = chosen == code;
            var count = queue.Count(part);
            var page = alone ? Math.Min(asked, Math.Max(1, (count + Shown - 1) / Shown)) : 1;
            html.Write($"<section><h2 class=\"ds-heading\" data-size=\"md\" id=\"{code}\">{texts["needdesk.part." + part, texts.Number(count)]}</h2>");
            if (count == 0) html.Write($"<p>{texts[filter.IsAll ? "needdesk.empty." + part : "needdesk.nothing"]}</p>");
            else NeedQueueTables.Write(html, desk, book, queue, names, part, page);
            if (alone)
            {
                Pager.Render(html, texts, count, Shown, page, to => $"{desk.Root}{filter.Address(book, code)}&side={to}");
                html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}{filter.Address(book, "")}\">{texts["needdesk.all"]}</a></p>");
            }
            else if (count > Shown)
            {
                html.Write($"<p><a class=\"ds-link\" href=\"{desk.Root}{filter.Address(book, code)}\">{texts["needdesk.more." + part, texts.Number(count - Shown)]}</a></p>");
            }

            html.Write("</section>"u8);
        }
    }
}

/// <summary>The parts of the queue.</summary>
internal enum NeedPart
{
    Words,
    Contradictions,
    Answers,
}
