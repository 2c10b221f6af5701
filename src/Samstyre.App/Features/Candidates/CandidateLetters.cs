using System.Globalization;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Candidates;

/// <summary>Messages by e-mail to the other side of a candidate, each once and in the reader's language. What was said stands on the page alone.</summary>
internal static class CandidateLetters
{
    /// <summary>Tells the office of a new candidate; nobody where the office announced it.</summary>
    public static Task Announced(DeskVisit desk, Assessment assessment) =>
        CandidateView.SideOf(desk) == AssessmentSide.Office ? Task.CompletedTask : Send(desk, assessment, "announced", 1, toOffice: true);

    /// <summary>Tells the other side of a message.</summary>
    public static Task Said(DeskVisit desk, Assessment assessment, AssessmentSide by) => Send(desk, assessment, "message", assessment.Messages.Count, by == AssessmentSide.Submitter);

    /// <summary>Tells the organisation of a decision.</summary>
    public static Task Decided(DeskVisit desk, Assessment assessment) => Send(desk, assessment, "decision", assessment.Decisions.Count, toOffice: false);

    private static async Task Send(DeskVisit desk, Assessment assessment, string kind, int number, bool toOffice)
    {
        var address = desk.Http.RequestServices.GetRequiredService<PublicAddress>();
        foreach (var (account, grants) in await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation))
        {
            var isReader = grants.Any(grant => toOffice ? grant.Role == Role.PortfolioOffice : grant.Role == Role.Reporter && grant.Organisation == assessment.Organisation);
            if (!isReader || account.ClosedAt is not null || account.Id == desk.Actor.Account) continue;
            var texts = ScreenTexts.Of(account.Language)!;
            var link = address.To(desk.Http, $"/{texts.Code}/{desk.Definition.Code}/arbeid{CandidateView.AddressOf(assessment.Id)}");
            var reason = string.Create(CultureInfo.InvariantCulture, $"candidate:{assessment.Id:N}:{kind}:{number}");
            var message = new NewMessage(account.Id, account.Email, "candidate", reason, texts[$"letter.candidate.{kind}.subject", assessment.Name], texts[$"letter.candidate.{kind}.body", account.Name, assessment.Name, link], IsSecret: false);
            await MessageStore.Queue(desk.Db, message, desk.Now, desk.Cancellation);
        }
    }
}
