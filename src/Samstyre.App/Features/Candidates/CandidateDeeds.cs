using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.App.Web;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Candidates;

/// <summary>Carries out what either side does with a candidate.</summary>
internal static class CandidateDeeds
{
    public static Task Answer(DeskVisit desk) => Do(desk, "?lagret=ja", async assessment =>
    {
        if (PostedAnswers.ProblemsOf(desk, assessment.Checklist).ToList() is { Count: > 0 } problems) return problems;
        return (await AssessmentStore.Answer(desk.Db, desk.Definition.Code, assessment.Id, CandidateView.SideOf(desk), PostedAnswers.Read(desk, assessment.Checklist), desk.Actor.Code, desk.Now, desk.Cancellation)).Problems;
    });

    public static Task Say(DeskVisit desk) => Do(desk, "?sendt=ja", async assessment =>
    {
        var side = CandidateView.SideOf(desk);
        var said = await AssessmentStore.Say(desk.Db, desk.Definition.Code, assessment.Id, side, desk.Posted("melding").ReplaceLineEndings("\n"), desk.Actor.Code, desk.Now, desk.Cancellation);
        if (said.Succeeded) await CandidateLetters.Said(desk, said.Value, side);
        return said.Problems;
    });

    public static Task Decide(DeskVisit desk) => Do(desk, "?avgjort=ja", async assessment =>
    {
        var (decision, problems) = ReadDecision(desk);
        if (decision is null) return problems;
        var decided = await AssessmentStore.Decide(desk.Db, desk.Definition.Code, assessment.Id, decision, desk.Actor.Code, desk.Now, desk.Cancellation);
        if (decided.Succeeded) await CandidateLetters.Decided(desk, decided.Value);
        return decided.Problems;
    });

    private static (AdmissionDecision? Decision, IReadOnlyList<Problem> Problems) ReadDecision(DeskVisit desk)
    {
        List<Problem> problems = [];
        AdmissionOutcome? outcome = desk.Posted("utfall") switch
        {
            nameof(AdmissionOutcome.In) => AdmissionOutcome.In,
            nameof(AdmissionOutcome.Out) => AdmissionOutcome.Out,
            nameof(AdmissionOutcome.Undecided) => AdmissionOutcome.Undecided,
            _ => null,
        };
        if (outcome is null) problems.Add(new("OutcomeMissing", "utfall", "Choose what is decided."));
        var until = RoundWords.Read(desk.Posted("til"));
        if (outcome == AdmissionOutcome.Undecided && until is null) problems.Add(new("UndecidedWithoutDay", "til", "Say by which day it will be decided, later than today."));
        if (RoundWords.Read(desk.Posted("dato")) is not { } on)
        {
            problems.Add(new("DayUnreadable", "dato", "Write the day as 31.10.2020."));
            return (null, problems);
        }

        var (reason, sak) = (desk.Posted("grunn").ReplaceLineEndings("\n").Trim(), desk.Posted("sak").Trim());
        if (reason.Length == 0) problems.Add(new("StepWithoutReason", "grunn", "Say why, in at most 4,000 characters."));
        return problems.Count > 0 ? (null, problems) : (new(outcome!.Value, outcome == AdmissionOutcome.In ? desk.Posted("segment") : null, outcome == AdmissionOutcome.Undecided ? until : null, on, reason, sak.Length == 0 ? null : sak), problems);
    }

    private static async Task Do(DeskVisit desk, string done, Func<Assessment, Task<IReadOnlyList<Problem>>> deed)
    {
        if (await CandidateView.Find(desk) is not { } assessment)
        {
            await ErrorPage.NotFound(desk.Http);
            return;
        }

        var problems = await deed(assessment);
        if (problems.Count == 0) desk.GoTo(CandidateView.AddressOf(assessment.Id) + done);
        else await CandidatePage.Show(desk, problems);
    }
}
