using System.Collections.Concurrent;
using System.Collections.Immutable;
using Samstyre.Analysis;
using Samstyre.App.Features.Desk;
using Samstyre.App.Portfolio;
using Samstyre.Domain;
using Samstyre.Storage;

namespace Samstyre.App.Features.Architecture;

/// <summary>A round's register as people work on it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Register">What its initiatives need, with all that has been taught and answered until now, also after the round was published.</param>
/// <param name="Contradictions">What contradicts itself in it, the gravest first.</param>
/// <param name="Taught">The names that hold now.</param>
internal sealed record NeedBook(RoundIndex Round, DependencyRegister Register, ImmutableArray<Contradiction> Contradictions, IReadOnlyList<TaughtName> Taught)
{
    /// <summary>What stood in the round before.</summary>
    public NeedsBefore Before { get; } = new(Register, [.. Taught.Select(one => one.Name)]);

    /// <summary>A dependency by the keys of its address; null where there is none.</summary>
    public RegisteredNeed? Find(string initiative, string need) => Round.Standing(initiative) is { } receiver ? Find(receiver.Initiative.Id, need) : null;

    /// <summary>A dependency by its receiver and key, of the round or else of the round before; null where there is none.</summary>
    public RegisteredNeed? Find(Guid receiver, string need) =>
        Register.NeedsOf(receiver).FirstOrDefault(one => !one.IsPrerequisite && one.Key == need) ?? Before.Find(receiver, need);

    /// <summary>Whether a dependency stood in the round before alone.</summary>
    public bool IsGone(RegisteredNeed need) => !Register.NeedsOf(need.Receiver.Initiative.Id).Any(one => ReferenceEquals(one, need));

    /// <summary>The last answer of a giver; null where it has not answered.</summary>
    public NeedAnswer? AnswerOf(RegisteredNeed need, Guid giver) =>
        Register.Answers.FirstOrDefault(answer => answer.Receiver == need.Receiver.Initiative.Id && answer.Need == need.Key && answer.Giver == giver);

    /// <summary>The contradictions of a dependency.</summary>
    public IEnumerable<Contradiction> Of(RegisteredNeed need) => Contradictions.Where(one => one.Need == need || (one.Gone is { } gone && ReferenceEquals(gone, need.Dependency)));
}

/// <summary>The registers that people work on, in memory: the last one of each portfolio and audience. A word that is taught makes the register anew, not the reading of its reports.</summary>
internal sealed class NeedShelf(RoundContents contents)
{
    private readonly ConcurrentDictionary<(Guid Portfolio, Audience Audience), Kept> shelf = [];

    /// <summary>The round that the address asks for, or else the latest; null where there is none.</summary>
    public async Task<NeedBook?> Of(DeskVisit desk)
    {
        var asked = desk.Http.Request.Query["runde"].ToString();
        if ((asked.Length == 0 ? desk.Portfolio.Latest : desk.Portfolio.Round(asked)) is not { } round) return null;
        // Read each time: who has just taught a name sees it on the next page.
        var taught = await KnownNames.List(desk.Db, desk.PortfolioId, desk.Cancellation);
        var key = (desk.PortfolioId, desk.Portfolio.Audience);
        var kept = shelf.GetValueOrDefault(key);
        if (kept is not null && kept.Book.Round == round && kept.Book.Taught.SequenceEqual(taught)) return kept.Book;
        var content = (kept is not null && SameReports(kept.Book.Round, round) ? Renewed(kept.Content, round) : await Load(round, desk.Cancellation)) with { KnownNames = [.. taught.Select(one => one.Name)] };
        var register = DependencyRegister.Of(content);
        var book = new NeedBook(round, register, Contradictions.Of(register), taught);
        shelf[key] = new(content, book);
        return book;
    }

    private static RoundContent Renewed(RoundContent content, RoundIndex round) => content with
    {
        Snapshot = round.Snapshot,
        Earlier = round.Portfolio.History.Snapshots[..round.Position],
        Answers = MaskOf(round).Keys.Contains("dependencies") ? [] : round.Portfolio.History.Answers,
    };

    private static bool SameReports(RoundIndex one, RoundIndex other) =>
        one.Round.Id == other.Round.Id && one.Position == other.Position
        && ReportsOf(one).SequenceEqual(ReportsOf(other)) && MaskOf(one).Code == MaskOf(other).Code;

    private static IEnumerable<Guid> ReportsOf(RoundIndex round) => round.Portfolio.History.Snapshots[..(round.Position + 1)].SelectMany(snapshot => snapshot.Standings).Select(standing => standing.ReportId);

    private Task<RoundContent> Load(RoundIndex round, CancellationToken cancellation) => contents.Load(round.Portfolio.History, round.Snapshot, null, MaskOf(round), cancellation);

    private static ReportMask MaskOf(RoundIndex round) => ReportMask.OfFigures(round.Portfolio.Definition.Reporting, round.Portfolio.Audience, round.Portfolio.History.PublicationOf(round.Round) is not null);

    private sealed record Kept(RoundContent Content, NeedBook Book);
}
