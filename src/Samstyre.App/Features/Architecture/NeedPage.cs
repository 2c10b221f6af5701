using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Everything about one dependency, and what can be done with it.</summary>
internal static class NeedPage
{
    private const string Below = NeedWords.Address + "/{initiative}/{need}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Below, Right.FollowDependencies, desk => Show(desk, []));
        routes.MapDeed(Below + "/navn", Right.FollowDependencies, NeedDeeds.Teach);
        routes.MapDeed(Below + "/spor", Right.FollowDependencies, NeedDeeds.Ask);
        routes.MapDeed(Below + "/notat", Right.FollowDependencies, NeedDeeds.Note);
    }

    /// <summary>The round and the dependency that the address names; null where there is none.</summary>
    public static async Task<(NeedBook Book, RegisteredNeed Need)?> Find(DeskVisit desk) =>
        await desk.Http.RequestServices.GetRequiredService<NeedShelf>().Of(desk) is { } book && book.Find(desk.Part("initiative"), desk.Part("need")) is { } need ? (book, need) : null;

    /// <summary>Shows it, with what was wrong with what was posted.</summary>
    public static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems)
    {
        if (await Find(desk) is not var (book, need))
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var receiver = need.Receiver.Initiative.Id;
        var answers = await NeedStore.Answers(desk.Db, desk.PortfolioId, receiver, need.Key, desk.Cancellation);
        var questions = (await NeedStore.Questions(desk.Db, desk.PortfolioId, null, receiver, desk.Cancellation)).Where(question => question.Need == need.Key).ToList();
        var notes = (await NeedStore.Notes(desk.Db, desk.PortfolioId, receiver, desk.Cancellation)).Where(note => note.Need == need.Key).ToList();
        var names = await ActorNames.Of(desk.Db, answers.Select(answer => answer.AnsweredBy).Concat(questions.SelectMany(question => (string?[])[question.AskedBy, question.RepliedBy]).OfType<string>()).Concat(notes.Select(note => note.NotedBy)), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var title = texts["needdesk.one.title", need.Receiver.Facts.Name];
                Shell.BeginDesk(html, desk, DeskEntry.Dependencies, title, (NeedWords.Address + NeedWords.QueryOf(desk, book.Round.Round), texts["needdesk.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1><p class=\"lead\">{NeedWords.Line(need.Dependency, texts)}</p>");
                NeedWords.Done(html, desk);
                Fields.Summary(html, texts, [.. problems.Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
                NeedView.Row(html, desk, book, need);
                NeedView.Contradictions(html, desk, book, need);
                NeedView.Sides(html, desk, book, need, answers, names);
                // The words of a form that is no longer in effect need no names.
                if (!book.IsGone(need)) TeachForm.Write(html, desk, book, need, problems);
                AskForm.Write(html, desk, book, need, questions, names, problems);
                NoteForm.Write(html, desk, need, notes, names, problems);
                Shell.End(html, texts);
            },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Address of a deed of the page, with what the page was asked to show.</summary>
    public static string DeedOf(DeskVisit desk, RegisteredNeed need, string deed) => $"{desk.Root}{NeedWords.AddressOf(need)}/{deed}{desk.Http.Request.QueryString}";
}
