using System.Globalization;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>Where all who share a contradiction are asked at once: those of a circle, or those who wait for a part of the common foundation that nobody pays.</summary>
internal static class AskGroupPage
{
    /// <summary>The most that are shown, and asked, at once.</summary>
    public const int Shown = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, AskGroup.CircleAddress + "/{initiative}", (desk, book) => AskGroup.OfCircle(book, desk.Part("initiative")));
        Map(routes, AskGroup.PartAddress + "/{code}", (desk, book) => AskGroup.OfPart(book, desk.Part("code")));
    }

    private static void Map(IEndpointRouteBuilder routes, string route, Func<DeskVisit, NeedBook, AskGroup?> find)
    {
        routes.MapDesk(route, Right.FollowDependencies, desk => With(desk, (book, group) => Show(desk, book, group, [])));
        routes.MapDeed(route + "/spor", Right.FollowDependencies, desk => With(desk, (book, group) => Ask(desk, book, group)));

        async Task With(DeskVisit desk, Func<NeedBook, AskGroup, Task> answer)
        {
            if (await desk.Http.RequestServices.GetRequiredService<NeedShelf>().Of(desk) is { } book && find(desk, book) is { } group) await answer(book, group);
            else await ErrorPage.NotFound(desk.Http);
        }
    }

    private static async Task Ask(DeskVisit desk, NeedBook book, AskGroup group)
    {
        var sent = await Asking.Send(desk, group.Members.Select(member => (member.Asked, member.On)), group.About.Rule);
        if (sent.Succeeded) desk.GoTo($"{AddressOf(desk, book, group, PageOf(desk, group))}&lagret={(sent.Value == 0 ? "venter" : "spurt")}");
        else await Show(desk, book, group, sent.Problems);
    }

    private static int PageOf(DeskVisit desk, AskGroup group) =>
        int.TryParse(desk.Http.Request.Query["side"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, (group.Members.Count + Shown - 1) / Shown) : 1;

    private static string AddressOf(DeskVisit desk, NeedBook book, AskGroup group, int page)
    {
        var query = NeedWords.QueryOf(desk, book.Round.Round);
        return $"{AskGroup.AddressOf(group.About)}{(query.Length == 0 ? "?" : query + "&")}side={page.ToString(CultureInfo.InvariantCulture)}";
    }

    private static async Task Show(DeskVisit desk, NeedBook book, AskGroup group, IReadOnlyList<Problem> problems)
    {
        var page = PageOf(desk, group);
        var members = group.Members.Skip((page - 1) * Shown).Take(Shown).ToList();
        var places = members.Select((member, place) => (member.On, place)).ToDictionary(pair => pair.On, pair => pair.place);
        var questions = (await NeedStore.Questions(desk.Db, desk.PortfolioId, null, null, desk.Cancellation))
            .Where(question => question.Rule == group.About.Rule.ToString() && places.ContainsKey(PlaceOf(question)))
            .OrderByDescending(question => question.AskedAt).ThenBy(question => places[PlaceOf(question)]).ToList();
        var names = await ActorNames.Of(desk.Db, questions.SelectMany(question => (string?[])[question.AskedBy, question.RepliedBy]).OfType<string>(), desk.Cancellation);
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                var title = group.About.Part is { } part ? texts["needgroup.part", part.Name.In(texts.Language)] : texts["needgroup.circle"];
                Shell.BeginDesk(html, desk, DeskEntry.Dependencies, title, (NeedWords.Address + NeedWords.QueryOf(desk, book.Round.Round), texts["needdesk.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{title}</h1><p class=\"lead\">{group.About.Sentence.In(texts.Language)}</p>");
                Done(html, desk, questions);
                Fields.Summary(html, texts, [.. problems.Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
                if (group.About.Part is not null) Makers(html, desk, book, group);
                AskGroupTable.Write(html, desk, book, group, members);
                if (members.Count < group.Members.Count) html.Write($"<p>{texts["needgroup.shown", texts.Number(members.Count), texts.Number(group.Members.Count)]}</p>");
                Pager.Render(html, texts, group.Members.Count, Shown, page, to => desk.Root + AddressOf(desk, book, group, to));
                html.Write($"<section id=\"spor\"><h2 class=\"ds-heading\" data-size=\"md\">{texts["needdesk.questions"]}</h2>");
                if (questions.Count == 0) html.Write($"<p>{texts["needgroup.questions.none"]}</p>");
                else AskGroupQuestions.Write(html, desk, questions, names);
                var sentence = group.About.Sentence.In(texts.Language);
                // What has just been sent is not offered again.
                var words = desk.Http.Request.Query.ContainsKey("lagret") ? "" : group.About.Part is null ? texts["needgroup.ask.circle", sentence] : texts["needgroup.ask.part", sentence];
                AskForm.Form(html, desk, [.. members.Select(member => (member.Asked, member.RoleIn(texts)))], $"{desk.Root}{AskGroup.AddressOf(group.About)}/spor{desk.Http.Request.QueryString}", words, problems);
                html.Write("</section>"u8);
                Shell.End(html, texts);
            },
            problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static AskedOn PlaceOf(NeedQuestion question) => new(question.Receiver, question.Need, question.Asked);

    // What was sent last has one moment: those are the ones who were asked together.
    private static void Done(HtmlWriter html, DeskVisit desk, List<NeedQuestion> questions)
    {
        if (!HttpMethods.IsGet(desk.Http.Request.Method)) return;
        var texts = desk.Texts;
        var done = desk.Http.Request.Query["lagret"].ToString() switch
        {
            "spurt" when questions.Count > 0 => texts["needgroup.asked", AskGroupQuestions.Names(desk, questions.Where(question => question.AskedAt == questions[0].AskedAt))],
            "venter" => texts["needgroup.waiting"],
            _ => null,
        };
        if (done is not null) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{done}</p></div>");
    }

    private static void Makers(HtmlWriter html, DeskVisit desk, NeedBook book, AskGroup group)
    {
        var texts = desk.Texts;
        if (group.Makers.Count == 0)
        {
            html.Write($"<p>{texts["needgroup.makers.none"]}</p>");
            return;
        }

        html.Write($"<p>{texts["foundation.makers"]}:");
        foreach (var maker in group.Makers)
        {
            html.Write($"{(maker == group.Makers[0] ? " " : ", ")}");
            NeedWords.Initiative(html, desk, book.Round.Round, maker);
        }

        html.Write("</p>"u8);
    }
}
