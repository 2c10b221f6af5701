using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Candidates;

/// <summary>Announces an initiative: a short form with the checklist, and a look at those that it may already be.</summary>
internal static class AnnouncePage
{
    public const string Address = CandidateView.Address + "/ny";
    private const string IsAnother = "annet";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(Address, Right.Announce, desk => Show(desk, Input.Empty, [], []));
        routes.MapDeed(Address, Right.Announce, Announce);
    }

    private static async Task Announce(DeskVisit desk)
    {
        var input = new Input(string.Join(' ', desk.Posted("navn").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), desk.Posted("virksomhet"), desk.Posted("formal").ReplaceLineEndings("\n").Trim());
        List<Problem> problems = [.. Problems(desk, input), .. PostedAnswers.ProblemsOf(desk, desk.Definition.Checklist)];
        if (problems.Count > 0 || !Guid.TryParse(desk.Posted("innmelding"), out var id))
        {
            await Show(desk, input, problems.Count > 0 ? problems : [new("FormTooOld", null, "Load the page again and send once more.")], []);
            return;
        }

        // A form that was sent twice has nothing to ask about: it is there already.
        var known = await AssessmentRows.Find(desk.Db, desk.PortfolioId, id, desk.Cancellation) is not null;
        if (!known && desk.Posted(IsAnother) != "ja" && await LikeOnes.Of(desk, input.Name, input.Organisation, input.Purpose) is { Count: > 0 } like)
        {
            await Show(desk, input, [], like);
            return;
        }

        var announced = await AssessmentStore.Announce(desk.Db, desk.Definition.Code, id, input.Name, input.Organisation, input.Purpose, LocalTime.Today(desk.Now, desk.Definition), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (!announced.Succeeded)
        {
            await Show(desk, input, announced.Problems, []);
            return;
        }

        if (await AssessmentRows.Find(desk.Db, desk.PortfolioId, id, desk.Cancellation) is not { } assessment || assessment.By != desk.Actor.Code)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        if (assessment.Answers.Count == 0) await AssessmentStore.Answer(desk.Db, desk.Definition.Code, id, CandidateView.SideOf(desk), PostedAnswers.Read(desk, assessment.Checklist), desk.Actor.Code, desk.Now, desk.Cancellation);
        await CandidateLetters.Announced(desk, assessment);
        desk.GoTo(CandidateView.AddressOf(id) + "?meldt=ja");
    }

    private static IEnumerable<Problem> Problems(DeskVisit desk, Input input)
    {
        if (FormIdentity.Key(input.Name).Length == 0 || input.Name.Length > 300) yield return new("InitiativeNameMissing", "navn", "Give the initiative a name of at most 300 characters.");
        if (CandidateView.Organisations(desk).All(organisation => organisation.Code != input.Organisation)) yield return new("OrganisationNotChosen", "virksomhet", "Choose the organisation that is responsible.");
        if (input.Purpose.Length is 0 or > 8_000) yield return new("PurposeMissing", "formal", "Say what the initiative is for, in at most 8,000 characters.");
    }

    private static Task Show(DeskVisit desk, Input input, IReadOnlyList<Problem> problems, IReadOnlyList<LikeOne> like) => desk.Send(
        html =>
        {
            var texts = desk.Texts;
            Shell.BeginDesk(html, desk, DeskEntry.Candidates, texts["candidates.announce"], (CandidateView.Address, texts["candidates.title"]));
            html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{texts["candidates.announce"]}</h1><p class=\"lead\">{texts["announce.lead"]}</p>");
            Fields.Summary(html, texts, [.. problems.Select(problem => (problem.Field ?? "", Fields.SentenceOf(problem, texts)))]);
            html.Write($"<form method=\"post\" class=\"ask side-by-side\" action=\"{desk.Root}{Address}\">");
            FormToken.Write(html, desk.Http);
            html.Write($"<input type=\"hidden\" name=\"innmelding\" value=\"{Request(desk)}\">");
            if (like.Count > 0) LikeOnes.Ask(html, desk, like, IsAnother);
            Form(html, desk, input, problems);
            Fields.Submit(html, texts["announce.send"], like.Count > 0 ? "secondary" : "primary");
            html.Write("</form>"u8);
            Shell.End(html, texts);
        },
        problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static void Form(HtmlWriter html, DeskVisit desk, Input input, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        var organisations = CandidateView.Organisations(desk);
        Fields.Input(html, new("navn", texts["announce.name"], input.Name) { Error = ErrorOf("navn") });
        if (organisations is [var only]) Fields.Select(html, new("virksomhet", texts["people.organisation"], only.Code) { Error = ErrorOf("virksomhet") }, [(only.Code, only.Name)]);
        else Fields.Select(html, new("virksomhet", texts["people.organisation"], input.Organisation) { Error = ErrorOf("virksomhet") }, organisations.Select(one => (one.Code, one.Name)).Prepend(("", texts["choose"])));
        Fields.Area(html, new("formal", texts["announce.purpose"], input.Purpose) { Help = texts["announce.purpose.help"], Error = ErrorOf("formal") });
        var checklist = desk.Definition.Checklist;
        if (checklist.Questions.Count == 0) return;
        html.Write($"<div><h2 class=\"ds-heading\" data-size=\"md\">{texts["candidate.checklist"]}</h2><p>{texts["announce.checklist"]}</p></div>");
        for (var place = 0; place < checklist.Questions.Count; place++) PostedAnswers.Write(html, desk, place, checklist.Questions[place], null, problems);

        string? ErrorOf(string field) => problems.Where(problem => problem.Field == field).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault();
    }

    // One page, one announcement: sent again it is the same one.
    private static string Request(DeskVisit desk) =>
        HttpMethods.IsPost(desk.Http.Request.Method) && Guid.TryParse(desk.Posted("innmelding"), out var id) ? id.ToString() : Guid.CreateVersion7(desk.Now).ToString();

    private sealed record Input(string Name, string Organisation, string Purpose)
    {
        public static Input Empty { get; } = new("", "", "");
    }
}
