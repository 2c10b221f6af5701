using System.Security.Cryptography;
using System.Text;
using Samstyre.Analysis;
using Samstyre.App.Access;
using Samstyre.App.Features.Desk;
using Samstyre.App.Features.Imports;
using Samstyre.App.Portfolio;
using Samstyre.App.Texts;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Dependencies;

/// <summary>Tells those who wait that what they wait for has moved to later, whichever road the new reports came by: one letter to each portfolio contact of the organisations that wait. What is confidential or hidden from other organisations is not told, nor is the same move twice.</summary>
/// <param name="Db">The store.</param>
/// <param name="PortfolioId">Whose reports came.</param>
/// <param name="Definition">That portfolio.</param>
/// <param name="By">The account that brought them, which knows already; null for somebody at a terminal.</param>
/// <param name="Now">The moment.</param>
/// <param name="Contents">Brings what the round says.</param>
/// <param name="LinkTo">A whole link to a path of ours; null where nobody has said where others reach the server.</param>
internal sealed record MovedLetters(Db Db, Guid PortfolioId, PortfolioDefinition Definition, Guid? By, DateTimeOffset Now, RoundContents Contents, Func<string, string?> LinkTo)
{
    private const string Deliverables = "deliverables", EndDate = "endDate";

    /// <summary>Lines of one letter. Far more than anybody gets; what has been told stands in an index whose rows are bounded.</summary>
    private const int MostLines = 100;

    /// <summary>Of reports that somebody on the pages brings.</summary>
    public static MovedLetters Of(DeskVisit desk)
    {
        var address = desk.Http.RequestServices.GetRequiredService<PublicAddress>();
        return new(desk.Db, desk.PortfolioId, desk.Definition, desk.Actor.Account, desk.Now, desk.Http.RequestServices.GetRequiredService<RoundContents>(), path => address.To(desk.Http, path));
    }

    /// <summary>After a form was submitted, by what the reporter sees of the latest round.</summary>
    public static Task<int> OfForm(DeskVisit desk, Assignment assignment) =>
        Of(desk).Tell(assignment.Round, [assignment.Initiative], () => GiverSide.Latest(desk), desk.Cancellation);

    /// <summary>After files were stored, by what the round says with them. Tells how many people got a letter.</summary>
    public async Task<int> OfFiles(Guid round, IEnumerable<FileImport> imports, CancellationToken cancellation)
    {
        var reported = imports.SelectMany(import => import.Saved is { DryRun: false } saved ? saved.Forms : [])
            .Where(form => form.Outcome is FormOutcome.Added or FormOutcome.Revised).Select(form => form.InitiativeId).OfType<Guid>().Distinct().ToArray();
        return reported.Length == 0 ? 0 : await Tell(round, reported, Register, cancellation);

        async Task<DependencyRegister?> Register()
        {
            var history = await PortfolioSource.Of(Db).Load(Definition.Code, null, cancellation);
            return history?.Snapshots.FirstOrDefault(snapshot => snapshot.Round.Id == round) is { } snapshot
                ? DependencyRegister.Of(await Contents.Load(history, snapshot, null, ReportMask.None, cancellation))
                : null;
        }
    }

    private async Task<int> Tell(Guid round, Guid[] givers, Func<Task<DependencyRegister?>> registerOf, CancellationToken cancellation)
    {
        var plans = await ChangedPlans.Of(Db, PortfolioId, round, givers, cancellation);
        if (plans.Count == 0 || await registerOf() is not { } register) return 0;
        var moves = plans.SelectMany(plan => MovesOf(register, plan)).Where(move => move.Organisation is not null).ToLookup(move => move.Organisation!, StringComparer.Ordinal);
        if (moves.Count == 0) return 0;
        var people = (await GrantStore.List(Db, PortfolioId, cancellation)).Where(person => person.Account.ClosedAt is null && person.Account.Id != By).ToList();
        var reason = $"need:moved:{round:N}:";
        var told = (await MessageStore.Reasons(Db, [.. people.Select(person => person.Account.Id)], reason, cancellation))
            .SelectMany(one => one.Reason[reason.Length..].Split('.').Select(mark => (one.Account, mark))).ToHashSet();
        var letters = 0;
        foreach (var (account, grants) in people)
        {
            var own = grants.Where(grant => grant.Role == Role.Reporter).SelectMany(grant => moves[grant.Organisation!]).Where(move => !told.Contains((account.Id, move.Mark))).ToList();
            var isNew = false;
            foreach (var part in own.Chunk(MostLines)) isNew |= await MessageStore.Queue(Db, Letter(account, part, reason), Now, cancellation);
            if (isNew) letters++;
        }

        return letters;
    }

    private IEnumerable<Move> MovesOf(DependencyRegister register, ChangedPlan plan)
    {
        var hidden = ReportMask.Of(Definition.Reporting, Audience.Reporters, published: true).Keys.Concat(plan.Confidential).ToHashSet(StringComparer.Ordinal);
        return MovedForReceivers.Of(register, plan.Initiative, Seen(plan.DeliverablesBefore, plan.EndBefore), Seen(plan.DeliverablesAfter, plan.EndAfter)).Select(move => new Move(plan, move));

        GiverPlan Seen(IReadOnlyList<Deliverable> deliverables, PartialDate? end) => new(hidden.Contains(Deliverables) ? [] : deliverables, hidden.Contains(EndDate) ? null : end);
    }

    private NewMessage Letter(Account account, IReadOnlyList<Move> moves, string reason)
    {
        var texts = ScreenTexts.Of(account.Language)!;
        var givers = moves.GroupBy(move => move.Giver.Initiative).ToList();
        var subject = givers.Count == 1 ? texts["letter.need.moved.subject", moves[0].Giver.Name] : texts["letter.need.moved.subjects", texts.Number(givers.Count)];
        var news = string.Join("\n\n", givers.Select(giver => $"{giver.First().Giver.Name}:\n{string.Join('\n', giver.Select(move => $"- {Line(texts, move.What)}"))}"));
        var where = LinkTo($"/{texts.Code}/{Definition.Code}/arbeid") is { } link ? texts["letter.need.moved.link", link] : texts["letter.need.moved.where", texts["desk.title"]];
        return new(account.Id, account.Email, "need", reason + string.Join('.', moves.Select(move => move.Mark)), subject, texts["letter.need.moved.body", account.Name, news, where], IsSecret: false);
    }

    private static string Line(TextSet texts, MovedForReceiver move)
    {
        var (language, receiver) = (texts.Language, move.Need.Receiver.Facts.Name);
        var line = move.Deliverable is { } deliverable
            ? texts["letter.need.moved.deliverable", receiver, deliverable, move.Before.ToText(language), move.After.ToText(language)]
            : texts["letter.need.moved.end", receiver, move.Before.ToText(language), move.After.ToText(language)];
        return move.IsTooLate ? $"{line} {texts["letter.need.moved.late", move.Need.NeededBy!.Value.ToText(language)]}" : line;
    }

    /// <summary>One line of a letter.</summary>
    private sealed record Move(ChangedPlan Giver, MovedForReceiver What)
    {
        /// <summary>Who waits; null where the initiative that waits has no known organisation.</summary>
        public string? Organisation => What.Need.Receiver.Facts.Organisation;

        /// <summary>The same for the same dependency and dates, whichever report tells them: nobody is told twice.</summary>
        public string Mark { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{Giver.Initiative:N} {What.Need.Receiver.Initiative.Id:N} {What.Need.Key} {What.Before} {What.After}")).AsSpan(0, 8));
    }
}
