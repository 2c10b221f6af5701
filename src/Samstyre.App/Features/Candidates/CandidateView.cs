using Samstyre.App.Features.Calendar;
using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Candidates;

/// <summary>What the pages of candidates have in common: who sees which, which side somebody is on, and the words for where one stands.</summary>
internal static class CandidateView
{
    public const string Address = "/kandidater";

    public static string AddressOf(Guid announcement) => $"{Address}/{announcement:N}";

    /// <summary>The office answers for the office; everybody else for the organisation that announced.</summary>
    public static AssessmentSide SideOf(DeskVisit desk) => desk.May(Right.SteerPortfolio) ? AssessmentSide.Office : AssessmentSide.Submitter;

    /// <summary>The candidate that the address names; null where there is none that this person may see.</summary>
    public static async Task<Assessment?> Find(DeskVisit desk) =>
        Guid.TryParseExact(desk.Part("id"), "N", out var id)
        && await AssessmentRows.Find(desk.Db, desk.PortfolioId, id, desk.Cancellation) is { } assessment
        && Domain.Access.MayReportFor(desk.Actor, assessment.Organisation) ? assessment : null;

    /// <summary>Those that this person may see, the latest first.</summary>
    public static async Task<IReadOnlyList<Assessment>> List(DeskVisit desk) =>
        [.. (await AssessmentRows.List(desk.Db, desk.PortfolioId, desk.Cancellation)).Where(one => Domain.Access.MayReportFor(desk.Actor, one.Organisation))];

    /// <summary>The organisations that this person may announce for.</summary>
    public static IReadOnlyList<Organisation> Organisations(DeskVisit desk) => [.. desk.Definition.Organisations.Where(organisation => Domain.Access.MayReportFor(desk.Actor, organisation.Code))];

    public static string OrganisationOf(DeskVisit desk, string code) => desk.Definition.OrganisationByCode(code)?.Name ?? code;

    /// <summary>A side as a name: the organisation's own, or the office.</summary>
    public static string NameOf(DeskVisit desk, Assessment assessment, AssessmentSide side) => side == AssessmentSide.Office ? desk.Texts["candidate.office"] : OrganisationOf(desk, assessment.Organisation);

    public static string SegmentOf(DeskVisit desk, string code) => desk.Definition.Segments.FirstOrDefault(segment => segment.Code == code)?.Name.In(desk.Texts.Language) ?? code;

    /// <summary>Where a path ends: the segment's name, or that it is not for the portfolio.</summary>
    public static string EndOf(DeskVisit desk, ChecklistTarget end) => end.Segment is { } segment ? SegmentOf(desk, segment) : desk.Texts["candidate.outside"];

    public static string AnswerOf(TextSet texts, ChecklistAnswer? answer) => answer switch { ChecklistAnswer.Yes => texts["yes"], ChecklistAnswer.No => texts["no"], _ => texts["candidate.unanswered"] };

    /// <summary>Where it stands as a tag.</summary>
    public static void Tag(HtmlWriter html, DeskVisit desk, Assessment assessment)
    {
        var standing = CandidateStandings.Of(assessment);
        var colour = standing switch { CandidateStanding.In => "success", CandidateStanding.WaitsForSubmitter or CandidateStanding.WaitsForOffice => "warning", CandidateStanding.Undecided => "info", _ => "neutral" };
        html.Write($"<span class=\"ds-tag\" data-color=\"{colour}\">{Words(desk, assessment, standing)}</span>");
    }

    private static string Words(DeskVisit desk, Assessment assessment, CandidateStanding standing) => standing switch
    {
        CandidateStanding.In => desk.Texts["candidate.standing.In", SegmentOf(desk, assessment.Decision!.Segment!)],
        CandidateStanding.Undecided => desk.Texts["candidate.standing.Undecided", RoundWords.Day(assessment.Decision!.Until!.Value)],
        _ => desk.Texts["candidate.standing." + standing],
    };
}
