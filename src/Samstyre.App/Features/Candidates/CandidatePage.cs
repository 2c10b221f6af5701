using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>One candidate for both sides: the answers beside each other, the ways they take, what was said, and the decision.</summary>
internal static class CandidatePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDesk(CandidateView.Address + "/{id}", Right.Announce, desk => Show(desk, []));
        routes.MapDeed(CandidateView.Address + "/{id}/svar", Right.Announce, CandidateDeeds.Answer);
        routes.MapDeed(CandidateView.Address + "/{id}/melding", Right.Announce, CandidateDeeds.Say);
        routes.MapDeed(CandidateView.Address + "/{id}/avgjor", Right.SteerPortfolio, CandidateDeeds.Decide);
    }

    public static async Task Show(DeskVisit desk, IReadOnlyList<Problem> problems)
    {
        if (await CandidateView.Find(desk) is not { } assessment)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var names = await ActorNames.Of(desk.Db, [assessment.By, .. assessment.Messages.Select(message => message.By), .. assessment.Answers.Values.Select(answer => answer.By), .. assessment.Decisions.Select(decision => decision.By)], desk.Cancellation);
        var like = desk.May(Right.SteerPortfolio) && assessment.IsOpen ? await LikeOnes.Of(desk, assessment.Name, assessment.Organisation, assessment.Purpose, assessment.Initiative) : [];
        await desk.Send(
            html =>
            {
                var texts = desk.Texts;
                Shell.BeginDesk(html, desk, DeskEntry.Candidates, assessment.Name, (CandidateView.Address, texts["candidates.title"]));
                html.Write($"<h1 class=\"ds-heading\" data-size=\"lg\">{assessment.Name}</h1><p class=\"lead\">");
                CandidateView.Tag(html, desk, assessment);
                html.Write($" {Sentence(desk, assessment)}</p>");
                if (problems.Count == 0) Done(html, desk);
                Fields.Summary(html, texts, [.. problems.Select(problem => (FieldOf(problem, assessment), Fields.SentenceOf(problem, texts)))]);
                Facts(html, desk, assessment, names);
                if (like.Count > 0)
                {
                    html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["candidate.like"]}</h2>");
                    LikeOnes.List(html, like);
                }

                html.Write("<div class=\"review\"><div>"u8);
                AnswerTable.Write(html, desk, assessment, names, problems);
                html.Write("</div><div>"u8);
                DecisionForm.Write(html, desk, assessment, problems);
                Decisions(html, desk, assessment, names);
                Messages(html, desk, assessment, names, problems);
                html.Write("</div></div>"u8);
                PathView.Write(html, desk, assessment);
                Shell.End(html, texts);
            },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Sentence(DeskVisit desk, Assessment assessment)
    {
        var standing = CandidateStandings.Of(assessment);
        return standing is CandidateStanding.WaitsForSubmitter or CandidateStanding.WaitsForOffice
            ? desk.Texts[standing == CandidateStanding.WaitsForOffice == (CandidateView.SideOf(desk) == AssessmentSide.Office) ? "candidate.yourTurn" : "candidate.theirTurn"]
            : desk.Texts[assessment.IsOpen ? "candidate.stillOpen" : "candidate.closed"];
    }

    private static void Done(HtmlWriter html, DeskVisit desk)
    {
        var query = desk.Http.Request.Query;
        var key = query["meldt"] == "ja" ? "candidate.done.announced" : query["lagret"] == "ja" ? "candidate.done.answered" : query["sendt"] == "ja" ? "candidate.done.sent" : query["avgjort"] == "ja" ? "candidate.done.decided" : null;
        if (key is not null) html.Write($"<div class=\"ds-alert\" data-color=\"success\" role=\"status\"><p>{desk.Texts[key]}</p></div>");
    }

    private static void Facts(HtmlWriter html, DeskVisit desk, Assessment assessment, ActorNames names)
    {
        var texts = desk.Texts;
        html.Write($"<dl class=\"facts\"><div><dt>{texts["people.organisation"]}</dt><dd>{CandidateView.OrganisationOf(desk, assessment.Organisation)}</dd></div><div><dt>{texts["candidate.announced"]}</dt><dd>{RoundWords.Moment(assessment.At, desk.Definition)}, {names.Of(assessment.By, texts)}</dd></div>");
        if (assessment.Checklist.Questions.Count > 0) html.Write($"<div><dt>{texts["candidate.checklist"]}</dt><dd>{texts["candidate.version", assessment.Checklist.Version.ToString(CultureInfo.InvariantCulture)]}</dd></div>");
        html.Write($"</dl><p class=\"words\">{assessment.Purpose}</p>");
    }

    private static void Decisions(HtmlWriter html, DeskVisit desk, Assessment assessment, ActorNames names)
    {
        if (assessment.Decisions.Count == 0) return;
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["candidate.decisions"]}</h2><ol class=\"findings\">");
        foreach (var (decision, at, by) in assessment.Decisions)
        {
            var words = decision.Outcome switch
            {
                AdmissionOutcome.In => texts["candidate.decided.In", CandidateView.SegmentOf(desk, decision.Segment!), RoundWords.Day(decision.On)],
                AdmissionOutcome.Out => texts["candidate.decided.Out", RoundWords.Day(decision.On)],
                _ => texts["candidate.decided.Undecided", RoundWords.Day(decision.Until!.Value), RoundWords.Day(decision.On)],
            };
            html.Write($"<li><strong>{words}</strong><p class=\"words\">{decision.Reason}</p>");
            if (decision.Case is { } sak) html.Write($"<p>{texts["decision.case"]}: {sak}</p>");
            html.Write($"<p class=\"quiet\">{names.Of(by, texts)}, {RoundWords.Moment(at, desk.Definition)}</p></li>");
        }

        html.Write("</ol>"u8);
    }

    private static void Messages(HtmlWriter html, DeskVisit desk, Assessment assessment, ActorNames names, IReadOnlyList<Problem> problems)
    {
        var texts = desk.Texts;
        html.Write($"<h2 class=\"ds-heading\" data-size=\"sm\">{texts["candidate.messages"]}</h2>");
        if (assessment.Messages.Count == 0) html.Write($"<p class=\"quiet\">{texts["candidate.messages.none"]}</p>");
        html.Write("<ol class=\"findings\">"u8);
        foreach (var message in assessment.Messages)
            html.Write($"<li><strong>{CandidateView.NameOf(desk, assessment, message.Side)}</strong><p class=\"words\">{message.Words}</p><p class=\"quiet\">{names.Of(message.By, texts)}, {RoundWords.Moment(message.At, desk.Definition)}</p></li>");
        html.Write($"</ol><form method=\"post\" class=\"ask\" action=\"{desk.Root}{CandidateView.AddressOf(assessment.Id)}/melding\">");
        FormToken.Write(html, desk.Http);
        Fields.Area(html, new("melding", texts[CandidateView.SideOf(desk) == AssessmentSide.Office ? "candidate.ask" : "candidate.reply"], Posted(desk, "melding"))
        {
            Error = problems.Where(problem => problem.Field == "melding").Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault(),
        });
        Fields.Submit(html, texts["candidate.send"], "secondary");
        html.Write("</form>"u8);
    }

    /// <summary>What was posted in a field; empty on a page that was only asked for.</summary>
    public static string Posted(DeskVisit desk, string field) => HttpMethods.IsPost(desk.Http.Request.Method) ? desk.Posted(field) : "";

    // A candidate that is decided has no form to lead to.
    private static string FieldOf(Problem problem, Assessment assessment) => !assessment.IsOpen && problem.Field != "melding" ? "" : problem.Field == "steg" ? "utfall" : problem.Field ?? "";
}
