using Samstyre.App.Access;
using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.App.Web;
using Samstyre.Domain;

namespace Samstyre.App.Features.Candidates;

/// <summary>Where the office decides: in and in which segment, out, or later.</summary>
internal static class DecisionForm
{
    public static void Write(HtmlWriter html, DeskVisit desk, Assessment assessment, IReadOnlyList<Problem> problems)
    {
        if (!assessment.IsOpen || !desk.May(Right.SteerPortfolio)) return;
        var texts = desk.Texts;
        var again = HttpMethods.IsPost(desk.Http.Request.Method) && desk.Http.Request.Form.ContainsKey("grunn");
        var suggested = assessment.PathOf(AssessmentSide.Office).End;
        html.Write($"<section><h2 class=\"ds-heading\" data-size=\"md\">{texts["decision.title"]}</h2><p>{(suggested is null ? texts["decision.unsuggested"] : texts["decision.suggested", CandidateView.EndOf(desk, suggested)])}</p><form method=\"post\" class=\"ask\" action=\"{desk.Root}{CandidateView.AddressOf(assessment.Id)}/avgjor\">");
        FormToken.Write(html, desk.Http);
        Fields.Radios(html, Field("utfall", "decision.outcome", suggested is null ? "" : suggested.IsOut ? nameof(AdmissionOutcome.Out) : nameof(AdmissionOutcome.In)), [(nameof(AdmissionOutcome.In), texts["decision.in"]), (nameof(AdmissionOutcome.Out), texts["decision.out"]), (nameof(AdmissionOutcome.Undecided), texts["decision.undecided"])]);
        Fields.Select(html, Field("segment", "decision.segment", suggested?.Segment ?? "") with { Help = texts["decision.segment.help"] }, desk.Definition.Segments.Select(segment => (segment.Code, segment.Name.In(texts.Language))).Prepend(("", texts["choose"])));
        Fields.Input(html, Field("til", "decision.until", "") with { Help = texts["decision.until.help"], Width = "short" });
        Fields.Input(html, Field("dato", "decision.on", RoundWords.Day(LocalTime.Today(desk.Now, desk.Definition))) with { Help = texts["calendar.date.help"], Width = "short" });
        Fields.Area(html, Field("grunn", "round.reason", ""));
        Fields.Input(html, Field("sak", "decision.case", "") with { Help = texts["decision.case.help"], Width = "short" });
        Fields.Submit(html, texts["decision.save"]);
        html.Write("</form></section>"u8);

        FieldView Field(string id, string label, string value) => new(id, texts[label], again ? desk.Posted(id) : value)
        {
            Error = problems.Where(problem => problem.Field == id || (id == "utfall" && problem.Field == "steg")).Select(problem => Fields.SentenceOf(problem, texts)).FirstOrDefault(),
        };
    }
}
