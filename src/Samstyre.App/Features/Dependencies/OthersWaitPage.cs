using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>What went wrong with something that was posted: which dependency or question it is about, and what was typed.</summary>
/// <param name="Key">Of the dependency, or the question's identity.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Typed">What was typed.</param>
internal sealed record RefusedPost(string Key, Problem Problem, PostedAnswer Typed)
{
    /// <summary>The field on the page.</summary>
    public string Field => $"{Problem.Field ?? PostedAnswer.KindField}-{Key}";

    /// <summary>The sentence of a field; null where nothing is wrong with it.</summary>
    public string? ErrorOf(string field, TextSet texts) => (Problem.Field ?? PostedAnswer.KindField) == field ? Fields.SentenceOf(Problem, texts) : null;
}

/// <summary>Others wait for this: what they need from an initiative, what it answers, and what the offices ask it about dependencies.</summary>
internal static class OthersWaitPage
{
    private const string Route = "/andre-venter/{initiative}";

    public static string AddressOf(string key) => "/andre-venter/" + key;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Route, Right.Report, desk => WithSide(desk, side => Show(desk, side, null)));
        routes.MapDeed(Route + "/svar", Right.Report, desk => WithSide(desk, side => Answer(desk, side)));
        routes.MapDeed(Route + "/sporsmal", Right.Report, desk => WithSide(desk, side => Reply(desk, side)));
    }

    private static async Task WithSide(DeskVisit desk, Func<GiverSide, Task> answer)
    {
        if (await GiverSide.Find(desk) is { } side) await answer(side);
        else await ErrorPage.NotFound(desk.Http);
    }

    private static async Task Answer(DeskVisit desk, GiverSide side)
    {
        var key = desk.Posted("behov");
        if (side.Needs.FirstOrDefault(one => GiverSide.KeyOf(one) == key) is not { } need)
        {
            await Show(desk, side, new("", new("NeedNotHere", null, "That dependency is not on this initiative any longer."), PostedAnswer.Nothing));
            return;
        }

        var typed = PostedAnswer.Of(desk, key);
        var read = typed.Read(need, side.Initiative, desk.Actor.Code, desk.Now);
        var kept = read.Succeeded ? await NeedStore.Answer(desk.Db, desk.PortfolioId, read.Value, desk.Cancellation) : read;
        if (kept.Succeeded) desk.GoTo($"{AddressOf(side.Key)}?lagret=svar#{key}");
        else await Show(desk, side, new(key, kept.Problems[0], typed));
    }

    private static async Task Reply(DeskVisit desk, GiverSide side)
    {
        var key = desk.Posted("sporsmal");
        var words = desk.Posted($"{PostedAnswer.KindField}-{key}");
        var kept = Guid.TryParseExact(key, "N", out var question)
            ? await NeedStore.Reply(desk.Db, desk.PortfolioId, question, side.Initiative, words, desk.Actor.Code, desk.Now, desk.Cancellation)
            : new Problem("QuestionAnswered", null, "Somebody has answered this question already.");
        if (kept.Succeeded) desk.GoTo(AddressOf(side.Key) + "?lagret=svar#sporsmal");
        else await Show(desk, side, new(key, kept.Problems[0], PostedAnswer.Nothing with { Words = words }));
    }

    private static async Task Show(DeskVisit desk, GiverSide side, RefusedPost? refused)
    {
        var answers = await NeedStore.AnswersBy(desk.Db, desk.PortfolioId, side.Initiative, desk.Cancellation);
        var questions = await NeedStore.Questions(desk.Db, desk.PortfolioId, side.Initiative, null, desk.Cancellation);
        var names = await ActorNames.Of(desk.Db, answers.Select(answer => answer.AnsweredBy).Concat(questions.SelectMany(question => (string?[])[question.AskedBy, question.RepliedBy]).OfType<string>()), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Desk, $"{texts["others.title"]} – {side.Name}", (AddressOf(side.Key), side.Name));
                html.Write($"<p class=\"over\">{side.Name}</p><h1 class=\"ds-heading\" data-size=\"lg\">{texts["others.title"]}</h1>");
                if (refused is null && desk.Http.Request.Query["lagret"] == "svar") html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{texts["others.saved"]}</p></div>");
                if (refused is not null) Fields.Summary(html, texts, [(IsOnPage(refused) ? refused.Field : "", Fields.SentenceOf(refused.Problem, texts))]);
                NeedQuestionList.Write(html, desk, side, questions, names, refused);
                OthersWaitList.Write(html, desk, side, answers, names, refused);
                Shell.End(html, texts);
            },
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

        bool IsOnPage(RefusedPost post) => side.Needs.Any(need => GiverSide.KeyOf(need) == post.Key) || questions.Any(question => question.Reply is null && question.Id.ToString("N") == post.Key);
    }
}
