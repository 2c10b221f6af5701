using System.Security.Cryptography;
using System.Text;
using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Reporting;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Tells those who wait that what they wait for has moved to later.</summary>
internal static class MovedLetters
{
    private static readonly string[] Keys = ["deliverables", "endDate"];

    /// <summary>A letter to the portfolio contacts of each organisation that waits. What is confidential or hidden from other organisations is not told.</summary>
    /// <param name="desk">The request.</param>
    /// <param name="form">The form that was submitted.</param>
    /// <param name="submission">What was submitted.</param>
    public static async Task Tell(DeskVisit desk, OpenForm form, NewSubmission submission)
    {
        if (form.PriorRound is null || await GiverSide.Latest(desk) is not { } register) return;
        var giver = form.Row.Assignment.Initiative;
        var hidden = ReportMask.Of(desk.Definition.Reporting, Audience.Reporters, published: true).Keys.Concat(submission.Confidential).Concat(form.PriorConfidential).Where(Keys.Contains).ToHashSet(StringComparer.Ordinal);
        var moves = MovedForReceivers.Of(register, giver, PlanOf(form.Values.Prior), PlanOf(submission.Report));
        var byOrganisation = moves.Where(move => move.Need.Receiver.Facts.Organisation is not null).ToLookup(move => move.Need.Receiver.Facts.Organisation!, StringComparer.Ordinal);
        if (byOrganisation.Count == 0) return;
        var address = desk.Http.RequestServices.GetRequiredService<PublicAddress>();
        foreach (var (account, grants) in await GrantStore.List(desk.Db, desk.PortfolioId, desk.Cancellation))
        {
            if (account.ClosedAt is not null || account.Id == desk.Actor.Account) continue;
            var own = grants.Where(grant => grant.Role == Role.Reporter).SelectMany(grant => byOrganisation[grant.Organisation!]).ToList();
            if (own.Count == 0) continue;
            var texts = ScreenTexts.Of(account.Language)!;
            var link = address.To(desk.Http, $"/{texts.Code}/{desk.Definition.Code}/arbeid");
            var lines = string.Join('\n', own.Select(move => Line(texts, move)));
            await MessageStore.Queue(
                desk.Db,
                new(account.Id, account.Email, "need", ReasonOf(form, own), texts["letter.need.moved.subject", form.Row.Name], texts["letter.need.moved.body", account.Name, form.Row.Name, lines, link], IsSecret: false),
                desk.Now,
                desk.Cancellation);
        }

        GiverPlan PlanOf(Report report) => new(hidden.Contains("deliverables") ? [] : report.Deliverables, hidden.Contains("endDate") ? null : report.EndDate);
    }

    private static string Line(TextSet texts, MovedForReceiver move)
    {
        var (language, receiver) = (texts.Language, move.Need.Receiver.Facts.Name);
        var line = move.Deliverable is { } deliverable
            ? texts["letter.need.moved.deliverable", receiver, deliverable, move.Before.ToText(language), move.After.ToText(language)]
            : texts["letter.need.moved.end", receiver, move.Before.ToText(language), move.After.ToText(language)];
        return move.IsTooLate ? $"{line} {texts["letter.need.moved.late", move.Need.NeededBy!.Value.ToText(language)]}" : line;
    }

    // A form that was sent back and comes again with the same dates tells nothing new: the moves themselves are the reason, not the report.
    private static string ReasonOf(OpenForm form, List<MovedForReceiver> moves)
    {
        var told = string.Join('|', moves.Select(move => $"{move.Need.Receiver.Initiative.Id:N} {move.Need.Key} {move.Before} {move.After}"));
        return $"need:moved:{form.Row.Assignment.Round:N}:{form.Row.Assignment.Initiative:N}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)).AsSpan(0, 8))}";
    }
}
